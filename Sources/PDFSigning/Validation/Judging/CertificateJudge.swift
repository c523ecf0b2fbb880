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
    private let requirement: ValidationPolicy.RevocationRequirement
    private var answers: [Question: CertificateJudgement] = [:]

    init(_ policy: ValidationPolicy, pool: CertificatePool, revocation: RevocationInformation) {
        self.pool = pool
        self.revocation = revocation
        finder = PathFinder(anchors: policy.anchors.certificates, others: pool.certificates)
        requirement = policy.revocation
    }

    /// Whose revocation is not known as far as it was asked for, with their issuers.
    var unknownLinks: [CertificatePath.Link] {
        answers.flatMap { question, judgement in
            judgement.path.links.filter { link in
                !revocation.status(
                    of: link.certificate, issuer: link.issuer, at: question.moment
                ).isKnown
            }
        }
    }

    /// The last certificates of paths that lead nowhere.
    var looseEnds: [ParsedCertificate] {
        answers.values.filter { $0.path.problem?.code == .validation(.noPath) }
            .compactMap(\.path.certificates.last)
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

    private func judgeRevocation(_ question: Question, _ judgement: inout CertificateJudgement) {
        for (place, link) in judgement.path.links.enumerated() {
            let status = revocation.status(
                of: link.certificate, issuer: link.issuer, at: question.moment)
            switch status {
            case .good: continue
            case .revoked(let moment) where moment > question.moment:
                judgement.revocation.note(
                    Finding(.revokedLater, "\(link.certificate.name) was revoked afterwards"))
            case .revoked(let moment):
                let isProven = question.lowerBound.map { $0 >= moment } ?? false
                judgement.revocation.block(
                    place > 0 ? .revokedCANoPOE : isProven ? .revoked : .revokedNoPOE,
                    Finding(.revoked, "\(link.certificate.name) is revoked"))
            case .stale, .unknown:
                judgeMissing(status, link.certificate, &judgement.revocation)
            }
        }
    }

    private func judgeMissing(
        _ status: RevocationStatus, _ certificate: ParsedCertificate,
        _ assessment: inout Assessment
    ) {
        let finding =
            status == .stale
            ? Finding(
                .staleRevocationInformation, "what is known of \(certificate.name) is too old")
            : Finding(.noRevocationInformation, "nothing is known of \(certificate.name)")
        if isRequired(certificate) {
            assessment.block(.tryLater, finding)
        } else {
            assessment.leaveOpen(finding)
        }
    }

    private func isRequired(_ certificate: ParsedCertificate) -> Bool {
        switch requirement {
        case .whereFound: false
        case .wherePublished: certificate.publishesRevocation
        case .always: true
        }
    }
}
