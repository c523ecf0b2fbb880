import CMS

extension SignatureReport {
    /// The container, and those of the timestamps inside it.
    private var containers: [SignedData] {
        guard let container else { return [] }
        return [container]
            + container.signer.timestampTokens.compactMap { try? SignedData(der: $0) }
    }

    /// The certificates that travel with the signature.
    var carriedCertificates: [EmbeddedCertificate] { containers.flatMap(\.certificates) }

    /// The revocation values that travel with it: unsigned (RFC 5652 §10.2.1) and signed
    /// (adbe-revocationInfoArchival).
    var carriedRevocation: [RevocationValues] {
        containers.flatMap { [$0.revocationValues, $0.signer.archivedRevocation] }
    }
}
