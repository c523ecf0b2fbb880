public import FoundationEssentials
import PDFCore
public import PDFSigning

/// A file whose signatures are to be judged, and what they are measured by.
public struct ValidationOrder: Codable, Sendable {
    public var file: String
    /// Trusted certificates: files in DER or PEM.
    public var anchors: [[UInt8]]
    public var revocation: ValidationPolicy.RevocationRequirement
    /// The moment as of which all is judged.
    public var moment: Date

    public init(
        file: String, anchors: [[UInt8]],
        revocation: ValidationPolicy.RevocationRequirement = .whereFound, moment: Date
    ) {
        self.file = file
        self.anchors = anchors
        self.revocation = revocation
        self.moment = moment
    }
}

/// Judges the signatures of one file by what it carries.
struct FileJudging: Codable, Sendable {
    let order: ValidationOrder

    func report() throws -> ValidationReport {
        let policy = ValidationPolicy(
            anchors: try TrustAnchors(files: order.anchors), revocation: order.revocation)
        return ValidationReport(
            of: try FileSource(path: order.file), under: policy, at: order.moment,
            limits: .wholeFile)
    }
}
