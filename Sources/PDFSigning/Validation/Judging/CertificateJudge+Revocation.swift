import FoundationEssentials

extension CertificateJudge {
    func judgeRevocation(_ question: Question, _ judgement: inout CertificateJudgement) {
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
}
