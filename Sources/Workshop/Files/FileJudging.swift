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

/// Judges the signatures of one file, and tells what else it would like to know.
struct FileJudging: Codable, Sendable {
    let order: ValidationOrder
    /// What others have answered so far; nil where nobody may be asked.
    let answers: [EvidenceAnswer]?

    struct Result: Codable, Sendable {
        let report: ValidationReport
        let questions: [EvidenceQuestion]
    }

    func result() throws -> Result {
        let source = try FileSource(path: order.file)
        let verification = VerificationReport(of: source, limits: .wholeFile)
        let policy = ValidationPolicy(
            anchors: try TrustAnchors(files: order.anchors), revocation: order.revocation)
        guard let answers else {
            let report = ValidationReport(verification, under: policy, at: order.moment)
            return Result(report: report, questions: [])
        }
        let desk = try AnsweredEvidence(answers)
        let moment = order.moment
        let report = InlineExecutor.run {
            await ValidationReport.online(
                verification, under: policy, at: moment, fetching: desk)
        }
        return Result(report: report, questions: desk.questions)
    }
}
