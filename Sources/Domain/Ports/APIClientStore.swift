/// Where programs and their tokens are kept, and where programs may send browsers. Secrets are
/// known here by their hashes only.
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

    /// Where redirects of the account's documents may lead, in alphabetical order; empty means
    /// anywhere.
    func redirectOrigins(of account: AccountID) async throws -> [RedirectOrigin]

    /// Lists an origin; one that is listed already stays.
    func list(_ origin: RedirectOrigin, for account: AccountID) async throws

    /// `false` where it was not listed.
    func unlist(_ origin: RedirectOrigin, for account: AccountID) async throws -> Bool
}
