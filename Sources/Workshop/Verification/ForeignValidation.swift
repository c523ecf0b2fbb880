import Domain
import FoundationEssentials
import PDFCore
import PDFSigning

/// Judges the signatures of anybody's file.
struct ForeignValidation: Codable, Sendable {
    let file: String
    /// Trusted certificates, each in DER.
    let anchors: [[UInt8]]
    let at: Instant

    func validation() throws -> FileValidation {
        let policy = ValidationPolicy(anchors: try TrustAnchors(files: anchors))
        let report = ValidationReport(
            of: try FileSource(path: file), under: policy, at: at.date)
        return try FileValidation(report)
    }
}
