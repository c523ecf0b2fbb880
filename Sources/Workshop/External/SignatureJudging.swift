import CMS
import Domain
import FoundationEssentials
import PDFCore
import PDFSigning

/// Judges a signature that somebody made elsewhere, and tells what else it would like to know.
struct SignatureJudging: Codable, Sendable {
    let upload: Data
    /// Files that together hold what was to be signed, and its SHA-256.
    let signed: [String]
    let digest: ContentHash
    /// Trusted certificates, each in DER.
    let anchors: [Data]
    let business: BusinessProof?
    let room: Int
    let timestampRoom: Int?
    let at: Instant
    /// Where what the judgement rested on is left.
    let evidenceFile: String
    /// What others have answered so far.
    var answers: [EvidenceAnswer] = []

    struct Result: Codable, Sendable {
        let outcome: Outcome
        let questions: [EvidenceQuestion]
    }

    enum Outcome: Codable, Sendable {
        case taken(Taken)
        case refused(ExternalProblem)
    }

    struct Taken: Codable, Sendable {
        /// In DER.
        let signature: Data
        let imprint: ContentHash
        let certificate: CertificateFacts
    }

    func result() throws -> Result {
        do {
            return try judged(ExternalSignature(upload: [UInt8](upload)))
        } catch let problem as ExternalSignatureProblem {
            return Result(outcome: .refused(ExternalProblem(problem)), questions: [])
        }
    }

    private func judged(_ signature: ExternalSignature) throws -> Result {
        var policy = ValidationPolicy(
            anchors: try TrustAnchors(files: anchors.map { [UInt8]($0) }),
            revocation: .wherePublished)
        let desk = try AnsweredEvidence(answers)
        let asked = policy
        policy.evidence = InlineExecutor.run {
            await signature.inquiry(under: asked, at: at.date, fetching: desk)
        }
        do {
            let taken = try take(signature, under: policy)
            return Result(outcome: .taken(taken), questions: [])
        } catch let problem as ExternalSignatureProblem {
            return Result(
                outcome: .refused(ExternalProblem(problem)), questions: desk.questions)
        }
    }

    private func take(
        _ signature: ExternalSignature, under policy: ValidationPolicy
    ) throws -> Taken {
        let rules = ExternalRules(policy: policy, business: try claim())
        let signer = try signature.signer(over: digest(by: signature), by: rules, at: at.date)
        let measured = signature.byteCount(withTimestampOf: timestampRoom)
        guard measured <= room else {
            throw ExternalSignatureProblem.roomExceeded(measured: measured, room: room)
        }
        try keepEvidence(of: signature, under: policy)
        return Taken(
            signature: Data(signature.der), imprint: ContentHash(of: signature.value),
            certificate: CertificateFacts(signer))
    }

    /// A number that is none is nobody's.
    private func claim() throws(ExternalSignatureProblem) -> BusinessClaim? {
        guard let business else { return nil }
        guard let number = BusinessNumber(business.number) else { throw .otherBusiness }
        return BusinessClaim(number: number, random: business.random)
    }

    private func digest(by signature: ExternalSignature) throws -> [UInt8] {
        guard signature.digestAlgorithm != .sha256 else { return digest.bytes }
        return try signature.digest(of: SegmentedSource(paths: signed))
    }

    private func keepEvidence(
        of signature: ExternalSignature, under policy: ValidationPolicy
    ) throws {
        let evidence = InlineExecutor.run {
            await signature.evidence(under: policy, at: at.date)
        }
        guard let evidence else { throw ExternalSignatureProblem.untrusted("no path") }
        try Data(evidence.encoded()).write(to: URL(filePath: evidenceFile))
    }
}

/// Puts a timestamp beside a signature that was judged.
struct SignatureTimestamping: Codable, Sendable {
    /// In DER.
    let signature: Data
    let token: Data

    func timestamped() throws -> Data {
        Data(
            try ExternalSignature(upload: [UInt8](signature)).timestamped(by: [UInt8](token)))
    }
}
