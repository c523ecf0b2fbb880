import CMS
import FoundationEssentials

/// What is said of one timestamp token.
struct TokenJudgement {
    /// Nil where it cannot be read.
    let token: TimestampToken?
    /// Of the token's own cryptography.
    private(set) var crypto = Assessment()
    private(set) var certificate: CertificateJudgement?

    /// Whether it may be relied on: whole, over the right bytes, by a trusted authority.
    var isProof: Bool { isIntact && certificate?.isTrusted == true }
    var isIntact: Bool { token != nil && crypto.subIndication == nil }

    var subIndication: SubIndication? { crypto.subIndication ?? certificate?.subIndication }

    var findings: [Finding] {
        let judged = certificate.map { [$0.trust, $0.revocation, $0.time] } ?? []
        return crypto.findings + judged.flatMap(\.findings)
    }

    /// - Parameter moment: by when the token is proven to have existed.
    init(
        _ token: TimestampToken, problems: [SignatureVerdict.Problem],
        weaknesses: [SignatureVerdict.Weakness], judge: CertificateJudge, at moment: Date
    ) {
        self.token = token
        judgeCryptography(problems, weaknesses)
        if let signer = token.certificate {
            certificate = judge.judgement(
                CertificateJudge.Question(
                    certificate: signer.der, use: .timestamping, moment: moment,
                    lowerBound: token.info.genTime))
        }
        judgeTime(token.info.genTime)
    }

    /// A token that cannot be read.
    init() {
        token = nil
        crypto.block(
            .sigConstraintsFailure, Finding(.timestampBroken, "the timestamp cannot be read"))
    }

    private mutating func judgeCryptography(
        _ problems: [SignatureVerdict.Problem], _ weaknesses: [SignatureVerdict.Weakness]
    ) {
        for problem in problems {
            if problem == .imprintDiffers {
                crypto.block(.hashFailure, Finding(.timestampMismatch, problem.words))
            } else {
                crypto.block(.sigCryptoFailure, Finding(.timestampBroken, problem.words))
            }
        }
        crypto.judge(weaknesses)
    }

    /// The certificate must have been valid when the clock said so too.
    private mutating func judgeTime(_ time: Date) {
        guard let leaf = certificate?.path.leaf, !leaf.isValid(at: time) else { return }
        certificate?.time.block(
            .notYetValid, Finding(.notYetValid, "its certificate was not valid at its own time"))
    }
}
