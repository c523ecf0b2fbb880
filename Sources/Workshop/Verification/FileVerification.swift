import Domain
import PDFCore
import PDFSigning

/// Checks every signature of a finished file, read as one from its pieces.
struct FileVerification: Codable, Sendable {
    let pieces: [String]

    func finding() throws -> VerificationFinding {
        let report = VerificationReport(of: try SegmentedSource(paths: pieces))
        guard let hash = report.sha256.flatMap({ ContentHash($0) }) else {
            throw FileTrouble.unreadable
        }
        return VerificationFinding(
            signatureCount: report.signatures.count, problems: report.complaints, hash: hash,
            byteCount: report.byteCount)
    }
}
