import CMS
public import FoundationEssentials

extension ExternalSignature {
    /// What a source tells of the certificate's path that neither the signature nor the policy
    /// holds: issuers that are missing, and news of revocation. It goes into the policy's
    /// evidence, where it is judged like everything else. Silence of the source is no error.
    public func inquiry(
        under policy: ValidationPolicy, at now: Date, fetching source: some RevocationSource
    ) async -> ValidationData {
        var policy = policy
        var inquiry = Inquiry(source: source)
        guard let certificate = container.signerCertificate else { return policy.evidence }
        // An issuer that was fetched has its own issuer and revocation to be asked for.
        for _ in 0..<inquiryRounds {
            let judge = CertificateJudge(container, policy, at: now)
            _ = judge.judgement(
                CertificateJudge.Question(
                    certificate: certificate.der, use: .signing, moment: now))
            let found = await inquiry.answers(for: judge)
            if found.isEmpty { break }
            policy.evidence.add(found)
        }
        return policy.evidence
    }
}
