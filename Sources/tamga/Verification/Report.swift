import Foundation
import PDFCore
import PDFSigning

/// The report of `tamga verify` (contract CLI): our verifier's findings in the words of
/// EN 319 102-1.
struct Report: Encodable {
    let file: String
    let sha256: String
    let verdict: Verdict
    let signatures: [SignatureRow]
    let documentTimestamps: [SignatureRow]
    /// What is wrong with the file as a whole.
    let details: [String]

    enum Verdict: String, Encodable {
        case passed = "TOTAL-PASSED"
        case indeterminate = "INDETERMINATE"
        case failed = "TOTAL-FAILED"
    }

    init(file: String, roots: [String]) async throws {
        let anchors = try TrustAnchors(files: roots.map(Self.bytes))
        guard let source = try? FileSource(path: file) else {
            throw Problem("\(file) cannot be read")
        }
        let report = VerificationReport(of: source)
        var rows: [(SignatureReport.Kind, SignatureRow)] = []
        for signature in report.signatures {
            rows.append((signature.kind, await SignatureRow(signature, anchors)))
        }
        self.file = file
        sha256 = report.sha256.map(Self.hexadecimal) ?? ""
        documentTimestamps = rows.filter { $0.0 == .documentTimestamp }.map(\.1)
        signatures = rows.filter { $0.0 != .documentTimestamp }.map(\.1)
        details = report.problems.map(\.description)
        verdict = Self.verdict(on: rows.map(\.1.verdict), fileIsSound: report.problems.isEmpty)
    }

    var isGood: Bool { verdict == .passed }

    private static func verdict(on verdicts: [Verdict], fileIsSound: Bool) -> Verdict {
        if !fileIsSound || verdicts.contains(.failed) { return .failed }
        return verdicts.isEmpty || verdicts.contains(.indeterminate) ? .indeterminate : .passed
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem("--trust: \(path) cannot be read")
        }
        return Array(data)
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String(format: "%02x", $0) }.joined()
    }
}

extension Report {
    /// The report for people.
    var text: String {
        var lines = ["\(file): \(verdict.rawValue)"] + details.map { "  \($0)" }
        if signatures.isEmpty { lines.append("  no signatures") }
        for row in signatures + documentTimestamps {
            lines.append("  \(row.field): \(row.verdict.rawValue), \(row.signer)")
            lines += row.details.map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
