/// Where programs and their tokens are kept. Secrets are known here by their hashes only.
public protocol APIClientStore: Sendable {
    func add(_ client: APIClient) async throws
    func client(_ id: APIClientID) async throws -> APIClient?
    func clients() async throws -> [(APIClient, User)]

    /// `false` where there is no such client. Its tokens open nothing from now on.
    func revokeClient(_ id: APIClientID, at now: Instant) async throws -> Bool

    /// Forgets the client's pairs that had expired when this one was issued.
    func add(_ pair: TokenPair) async throws

    func pair(refreshHash: ContentHash) async throws -> TokenPair?

    /// Notes that the refresh token of `pair` was used, and adds the next pair: one transaction.
    /// `false`, and nothing changed, where it was used or revoked meanwhile.
    func exchange(_ pair: TokenPair, for next: TokenPair) async throws -> Bool

    func revokeFamily(_ id: TokenFamilyID, at now: Instant) async throws

    /// The pair and the user in whose name its client acts; `nil` where the client was revoked.
    func access(hash: ContentHash) async throws -> (TokenPair, User)?
}
