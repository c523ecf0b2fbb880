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
    let at: Instant
    /// `nil` for one that is set in nowhere.
    let place: Place?
    /// What others have answered so far.
    var answers: [EvidenceAnswer] = []

    /// Where a signature goes that is taken.
    struct Place: Codable, Sendable {
        /// The most bytes that it may have, and that its timestamp will have.
        let room: Int
        let timestampRoom: Int?
        /// Where what the judgement rested on is left.
        let evidenceFile: String
    }

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
        if let place { try settle(signature, in: place, under: policy) }
        return Taken(
            signature: Data(signature.der), imprint: ContentHash(of: signature.value),
            certificate: CertificateFacts(signer))
    }

    /// A number that is none is nobody's.
    private func claim() throws(ExternalSignatureProblem) -> BusinessClaim? {
        switch business {
        case nil: return nil
        case .any: return .any
        case .number(let text, let random):
            guard let number = BusinessNumber(text) else { throw .otherBusiness }
            return .number(number, random: random)
        }
    }

    private func digest(by signature: ExternalSignature) throws -> [UInt8] {
        guard signature.digestAlgorithm != .sha256 else { return digest.bytes }
        return try signature.digest(of: SegmentedSource(paths: signed))
    }

    /// It fits, and what the judgement rested on is left beside it.
    private func settle(
        _ signature: ExternalSignature, in place: Place, under policy: ValidationPolicy
    ) throws {
        let measured = signature.byteCount(withTimestampOf: place.timestampRoom)
        guard measured <= place.room else {
            throw ExternalSignatureProblem.roomExceeded(measured: measured, room: place.room)
        }
        let evidence = InlineExecutor.run {
            await signature.evidence(under: policy, at: at.date)
        }
        guard let evidence else { throw ExternalSignatureProblem.untrusted("no path") }
        try Data(evidence.encoded()).write(to: URL(filePath: place.evidenceFile))
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
