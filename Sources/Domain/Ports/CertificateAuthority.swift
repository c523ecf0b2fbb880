/// Issues certificates from the server's own issuing CA. The intent is stored first.
public protocol CertificateAuthority: Sendable {
    /// A fresh P-256 key and its certificate, by which one signature is made at once.
    func issueForSigning(_ intent: CertificateRecord, name: PersonName, at now: Instant)
        async throws -> Credential

    /// A key for a user to keep, of the configured kind (RSA-2048 made ahead of need, or P-256),
    /// with a one-year certificate.
    func issueForKeeping(_ intent: CertificateRecord, at now: Instant) async throws -> Credential

    /// The holder's certificate with a key presented as base64 of PKCS#8, PEM armour and line
    /// breaks tolerated; `nil` where the key is malformed or another one's.
    func credential(_ certificate: CertificateRecord.Issued, presentedKey: String) -> Credential?

    /// The certificate of an issuer, in DER.
    func certificate(of issuer: CertificateIssuer) -> [UInt8]

    /// The serials of the server's own certificates that are in nobody's name: issuing CA, seal,
    /// time-stamping authority. They can be revoked as well.
    var ownSerials: [String: CertificateIssuer] { get }

    /// Signs a list. Good for ``RevocationList/validitySeconds``.
    func sign(_ draft: RevocationListDraft, at now: Instant) throws -> RevocationList
}
