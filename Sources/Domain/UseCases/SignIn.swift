/// Signing in with e-mail and password.
public struct SignIn: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// The session's cookie. Unknown addresses cost the same time as wrong passwords.
    public func callAsFunction(email: EmailAddress, password: String) async throws -> String {
        var candidates: [(User, PasswordHash)] = []
        for user in try await ports.accounts.users(email: email) {
            let stored = try await ports.accounts.passwordHash(of: user.id)
            if let hash = stored.flatMap(PasswordHash.init) { candidates.append((user, hash)) }
        }
        if candidates.isEmpty {
            _ = try PasswordHash.make(of: password, salt: ports.randomness.bytes(16))
        }
        guard let user = try candidates.first(where: { try $0.1.matches(password) })?.0 else {
            throw Refusal.unauthenticated
        }
        return try await start(user)
    }

    /// The user behind a cookie; the session's idle time starts anew.
    public func user(cookie: String) async throws -> User? {
        let (hash, now) = (ContentHash(of: cookie.utf8), ports.clock.now())
        guard let (session, user) = try await ports.accounts.session(hash: hash),
            session.isAlive(at: now)
        else { return nil }
        if now.seconds - session.seenAt.seconds >= 60 {
            try await ports.accounts.touch(session: hash, at: now)
        }
        return user
    }

    public func end(cookie: String) async throws {
        try await ports.accounts.endSession(hash: ContentHash(of: cookie.utf8))
    }

    private func start(_ user: User) async throws -> String {
        let cookie = Base32.encode(ports.randomness.bytes(32))
        let now = ports.clock.now()
        try await ports.accounts.start(
            Session(
                hash: ContentHash(of: cookie.utf8), user: user.id, startedAt: now, seenAt: now))
        return cookie
    }
}
