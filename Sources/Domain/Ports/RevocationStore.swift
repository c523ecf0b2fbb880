/// Where revocations and the lists of them are kept.
public protocol RevocationStore: Sendable {
    /// `false` where the certificate is revoked already: the first revocation stands.
    func revoke(_ revocation: Revocation) async throws -> Bool

    func revocation(serial: String) async throws -> Revocation?

    /// For each issuer a number that was never drawn before, and all of its revocations: one
    /// transaction, so that a higher number never knows less.
    func drawLists() async throws -> [RevocationListDraft]

    /// Keeps the lists, all or none; one with a lower number than the kept one is passed over.
    func keep(_ lists: [RevocationList]) async throws

    /// The kept list of each issuer that has one.
    func lists() async throws -> [RevocationList]

    func revocationCount(of issuer: CertificateIssuer) async throws -> Int
}
