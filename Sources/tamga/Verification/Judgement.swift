import Domain
import Foundation
import PDFSigning
import Server
import Workshop

/// A file's signatures, judged in a child.
struct Judgement {
    let file: String
    /// Files of trusted certificates.
    let roots: [String]
    /// Whether the addresses in certificates are asked about revocation.
    let isOnline: Bool

    func report() async throws -> ValidationReport {
        let order = ValidationOrder(
            file: file, anchors: try roots.map(Self.anchor),
            revocation: isOnline ? .wherePublished : .whereFound, moment: Date())
        return try await FileWorkshop.opening(file) { workshop in
            guard isOnline else { return try await workshop.validate(order) }
            let settings = try Settings(environment: ProcessInfo.processInfo.environment)
            return try await workshop.validate(
                order, fetching: NetworkEvidence(rules: settings.outboundRules),
                scratch: FileManager.default.temporaryDirectory.path)
        }
    }

    /// Checked here, so that a child need not tell which of them is none.
    private static func anchor(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem("--trust: \(path) cannot be read; check the path and its permissions")
        }
        guard (try? TrustAnchors(files: [[UInt8](data)])) != nil else {
            throw Problem("--trust: \(path) is no certificate; give one in PEM or DER")
        }
        return [UInt8](data)
    }
}
