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
        try await ports.noteUse(of: token, at: now)
        return Actor(user: user, permissions: token.permissions, agent: token.name)
    }
}

extension Ports {
    /// Once a minute is enough to tell an idle token from a busy one.
    func noteUse(of token: AccessToken, at now: Instant) async throws {
        if let lastUsedAt = token.lastUsedAt, now.seconds - lastUsedAt.seconds < 60 { return }
        try await accounts.noteUse(ofToken: token.id, at: now)
    }
}
