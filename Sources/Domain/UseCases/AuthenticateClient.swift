/// Who is behind the access token of a program: its user, for the account's documents.
public struct AuthenticateClient: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ secret: TokenSecret) async throws -> Actor {
        guard let (pair, user) = try await ports.accounts.access(hash: secret.hash),
            pair.opensAccess(at: ports.clock.now())
        else { throw Refusal.unauthenticated }
        return Actor(user: user, permissions: [.accountDocuments], agent: "API \(pair.client)")
    }
}
