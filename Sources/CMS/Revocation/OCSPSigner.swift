/// Who signed an OCSP answer, when it is somebody who may (RFC 6960 §4.2.2.2).
public enum OCSPSigner: Hashable, Sendable {
    /// The authority that issued the certificate in question.
    case authority
    /// A responder whose certificate that authority issued for the purpose. Its own revocation is
    /// to be asked for unless the certificate says ``EmbeddedCertificate/hasNoCheck``.
    case delegate(EmbeddedCertificate)
}

extension OCSPResponse {
    /// Who signed the answer, for certificates that `authority` issued; `nil`: nobody who may, or
    /// the signature is wrong. A delegate's certificate must have been valid when it signed.
    ///
    /// - Parameter others: certificates known from elsewhere, for an answer that carries none.
    public func signer(
        for authority: EmbeddedCertificate, among others: [EmbeddedCertificate] = []
    ) -> OCSPSigner? {
        if isNamed(authority), signed.isSigned(byKeyOf: authority) { return .authority }
        return (certificates + others).first { isDelegate($0, of: authority) }
            .map(OCSPSigner.delegate)
    }

    private func isDelegate(
        _ candidate: EmbeddedCertificate, of authority: EmbeddedCertificate
    ) -> Bool {
        isNamed(candidate) && candidate.isForAnswers
            && candidate.validityPeriod?.contains(producedAt) == true
            && candidate.isIssued(by: authority) && signed.isSigned(byKeyOf: candidate)
    }

    private func isNamed(_ certificate: EmbeddedCertificate) -> Bool {
        switch responder {
        case .name(let name): DistinguishedName.areSame(name, certificate.subject)
        case .keyHash(let hash):
            (try? certificate.publicKeyBits()).map(DigestAlgorithm.sha1.hash) == hash
        }
    }
}
