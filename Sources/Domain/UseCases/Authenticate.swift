/// Who is behind a bearer token.
public struct Authenticate: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ secret: TokenSecret) async throws -> Actor {
        let now = ports.clock.now()
        guard let (token, user) = try await ports.accounts.token(hash: secret.hash),
            token.isUsable(at: now)
        else { throw Refusal.unauthenticated }
        if token.lastUsedAt.map({ now.seconds - $0.seconds >= 60 }) ?? true {
            try await ports.accounts.noteUse(ofToken: token.id, at: now)
        }
        return Actor(user: user, permissions: token.permissions, agent: token.name)
    }
}
