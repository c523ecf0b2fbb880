import Foundation
import PDFSigning
import Workshop

/// A file's signatures, judged in a child.
struct Judgement {
    let file: String
    /// Files of trusted certificates.
    let roots: [String]

    func report() async throws -> ValidationReport {
        let order = ValidationOrder(
            file: file, anchors: try roots.map(Self.anchor), moment: Date())
        return try await FileWorkshop.opening(file) { try await $0.validate(order) }
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
