import CMS
import FoundationEssentials

/// The assessments behind the six verdicts on one signature.
struct SignatureAssessment {
    var crypto = Assessment()
    var coverage = Assessment()
    var modification = Assessment()
    var trust = Assessment()
    var revocation = Assessment()
    var time = Assessment()
    var path: CertificatePath?

    /// In the order in which the standard would stop (EN 319 102-1, 5.3.4): format, cryptography,
    /// path, and only on a trusted path what is said of time and revocation.
    var subIndication: SubIndication? {
        let bytes = [coverage, crypto, modification].subIndication
        if let bytes, bytes.indication == .totalFailed { return bytes }
        return trust.subIndication ?? [revocation, time].subIndication ?? bytes
    }

    var verdicts: Verdicts {
        Verdicts(
            crypto: crypto.verdict, coverage: coverage.verdict, modification: modification.verdict,
            trust: trust.verdict, revocation: revocation.verdict, time: time.verdict)
    }
}

extension Validation {
    func assessment(_ index: Int) -> SignatureAssessment {
        let signature = report.signatures[index]
        var assessment = SignatureAssessment()
        judgeBytes(signature, &assessment)
        if signature.kind == .documentTimestamp {
            takeToken(proofs[index], &assessment)
        } else {
            judgeSigner(signature, proofs[index], &assessment)
            judgeTokens(proofs[index], &assessment)
        }
        if proofs[index].isContradictory {
            assessment.time.block(
                .timestampOrderFailure,
                Finding(.timestampOrder, "it covers a timestamp that is later than its own"))
        }
        return assessment
    }

    private func judgeBytes(_ signature: SignatureReport, _ assessment: inout SignatureAssessment) {
        for problem in signature.coverage {
            assessment.coverage.block(.formatFailure, Finding(problem))
        }
        for problem in signature.modification {
            assessment.modification.block(.formatFailure, Finding(problem))
        }
        for problem in signature.crypto {
            assessment.crypto.block(
                Self.subIndication(problem.code, signature), Finding(problem))
        }
        assessment.crypto.judge(signature.weaknesses)
    }

    private static func subIndication(
        _ code: VerificationProblem.Code, _ signature: SignatureReport
    ) -> SubIndication {
        switch code {
        case .digest: .hashFailure
        // Nothing is known to be wrong with what cannot be checked here.
        case .unsupported: .cryptoConstraintsFailure
        default: signature.hasProperContainer ? .sigCryptoFailure : .formatFailure
        }
    }

    private func judgeSigner(
        _ signature: SignatureReport, _ proof: ExistenceProof,
        _ assessment: inout SignatureAssessment
    ) {
        guard let certificate = signature.signerCertificate else {
            assessment.trust.block(
                .noSigningCertificateFound,
                Finding(.signerMissing, "the signature carries no certificate of its signer"))
            return
        }
        let judgement = judge.judgement(
            CertificateJudge.Question(
                certificate: certificate, use: .signing, moment: proof.bestTime,
                lowerBound: proof.madeAfter))
        assessment.take(judgement)
        guard judgement.time.subIndication == nil else { return }
        if let end = judgement.path.leaf?.validity.upperBound, end < now {
            assessment.time.note(
                Finding(.expiredLater, "the certificate has expired since, which does not matter"))
        }
        if proof.provenTime == nil, proof.tokens.isEmpty {
            assessment.time.note(
                Finding(.noTimestamp, "nothing but the signer's claim says when it was signed"))
        }
    }

    /// A timestamp by an unknown authority proves nothing, but takes nothing away either; one that
    /// is of something else, or broken, does not belong here (unless a good one stands beside it).
    private func judgeTokens(_ proof: ExistenceProof, _ assessment: inout SignatureAssessment) {
        let hasIntact = proof.tokens.contains(where: \.isIntact)
        for token in proof.tokens where !token.isProof {
            let reason = token.findings.first?.reason ?? "unknown"
            if let finding = token.crypto.findings.first, !token.isIntact {
                hasIntact
                    ? assessment.time.note(finding)
                    : assessment.time.block(.sigConstraintsFailure, finding)
            } else {
                assessment.time.note(
                    Finding(.timestampUntrusted, "the timestamp proves nothing: \(reason)"))
            }
        }
    }

    private func takeToken(_ proof: ExistenceProof, _ assessment: inout SignatureAssessment) {
        // Without a token the bytes are not in order, which has been said.
        guard let token = proof.tokens.first else { return }
        if let certificate = token.certificate {
            assessment.take(certificate)
        } else {
            assessment.trust.block(
                .noSigningCertificateFound,
                Finding(.signerMissing, "the timestamp carries no certificate of its authority"))
        }
    }
}

extension SignatureReport {
    /// Whether the container is of the form that a PDF signature has (EN 319 142-1 §6.3): one
    /// signer, and no content of its own but a timestamp's.
    fileprivate var hasProperContainer: Bool {
        guard let container else { return false }
        return kind == .documentTimestamp || container.content == nil
    }
}

extension SignatureAssessment {
    fileprivate mutating func take(_ judgement: CertificateJudgement) {
        trust = judgement.trust
        revocation = judgement.revocation
        time = judgement.time
        path = judgement.path
    }
}
