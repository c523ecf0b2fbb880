import CMS
public import FoundationEssentials

extension ExternalSignature {
    /// What is known of the signer's path: its certificates, and as far as it is to be had a
    /// statement on the revocation of each. Nil where no path leads to a trusted certificate.
    ///
    /// - Parameter policy: by which the signature was accepted; nothing is asked of others.
    public func evidence(under policy: ValidationPolicy, at now: Date) async -> SignerEvidence? {
        guard let certificate = container.signerCertificate else { return nil }
        let path = CertificateJudge(container, policy, at: now).judgement(
            CertificateJudge.Question(certificate: certificate.der, use: .signing, moment: now)
        ).path
        guard path.problem == nil, let anchor = path.certificates.last else { return nil }
        var data = ValidationData(certificates: path.certificates.map(\.der))
        let search = try? RevocationSearch(readable(policy.evidence), source: nil, at: now)
        for link in path.links {
            let statement = try? await search?.statement(
                on: link.certificate.embedded, from: link.issuer.embedded)
            if let statement { data.merge(statement) }
        }
        return SignerEvidence(data: data, anchor: anchor.der)
    }

    /// What the policy knows and what the signature carries, but for what nobody can read.
    private func readable(_ known: ValidationData) -> ValidationData {
        let carried = [container.revocationValues, container.signer.archivedRevocation]
        let lists = known.revocationLists + carried.flatMap(\.lists)
        let answers = known.ocspResponses + carried.flatMap(\.answers)
        return ValidationData(
            revocationLists: lists.filter { (try? CertificateList(der: $0)) != nil },
            ocspResponses: answers.filter { (try? OCSPResponse(der: $0)) != nil })
    }
}
