import CMS
import FoundationEssentials

/// Judges certificates at moments: path, revocation, validity. Each question is answered once.
final class CertificateJudge {
    struct Question: Hashable {
        let certificate: [UInt8]
        let use: CertificateUse
        /// By when what it signed is proven to have existed.
        var moment: Date
        /// After when it is proven to have been made.
        var lowerBound: Date?
    }

    let pool: CertificatePool
    let revocation: RevocationInformation
    private let finder: PathFinder?
    let requirement: ValidationPolicy.RevocationRequirement
    private(set) var answers: [Question: CertificateJudgement] = [:]

    init(_ policy: ValidationPolicy, pool: CertificatePool, revocation: RevocationInformation) {
        self.pool = pool
        self.revocation = revocation
        finder = PathFinder(anchors: policy.anchors.certificates, others: pool.certificates)
        requirement = policy.revocation
    }

    func judgement(_ question: Question) -> CertificateJudgement {
        if let answer = answers[question] { return answer }
        let answer = judged(question)
        answers[question] = answer
        return answer
    }

    private func judged(_ question: Question) -> CertificateJudgement {
        guard let leaf = pool[question.certificate] ?? ParsedCertificate(der: question.certificate),
            let path = finder?.path(from: leaf, at: question.moment)
        else { return .unreadable }
        var judgement = CertificateJudgement(path: path)
        judgeTrust(leaf, question.use, &judgement)
        judgeTime(leaf, question, &judgement)
        judgeRevocation(question, &judgement)
        return judgement
    }

    private func judgeTrust(
        _ leaf: ParsedCertificate, _ use: CertificateUse, _ judgement: inout CertificateJudgement
    ) {
        if let problem = judgement.path.problem {
            judgement.trust.block(Self.subIndication(of: problem), problem)
        } else if let weak = judgement.path.weak {
            judgement.trust.block(
                .cryptoConstraintsFailure,
                Finding(.weakPath, "\(weak.name) has a weak key or is signed by weak means"))
        }
        if !leaf.mayBeUsedToSign || !use.allows(leaf.extendedUsages) {
            judgement.trust.block(
                .chainConstraintsFailure,
                Finding(.wrongUsage, "the certificate is not meant for this use"))
        }
    }

    private static func subIndication(of problem: Finding) -> SubIndication {
        problem.code == .validation(.invalidPath)
            ? .certificateChainGeneralFailure : .noCertificateChainFound
    }

    private func judgeTime(
        _ leaf: ParsedCertificate, _ question: Question, _ judgement: inout CertificateJudgement
    ) {
        let moment = question.moment
        if moment < leaf.validity.lowerBound {
            judgement.time.block(
                .notYetValid, Finding(.notYetValid, "signed before the certificate begins"))
        } else if moment > leaf.validity.upperBound {
            let isProven = question.lowerBound.map { $0 > leaf.validity.upperBound } ?? false
            judgement.time.block(
                isProven ? .expired : .outOfBoundsNoPOE,
                Finding(.expired, "the certificate has expired"))
        }
        for issuer in judgement.path.issuersOutOfTime(at: moment) {
            judgement.time.block(
                .outOfBoundsNoPOE, Finding(.expired, "\(issuer.name) has expired or not begun"))
        }
    }
}
