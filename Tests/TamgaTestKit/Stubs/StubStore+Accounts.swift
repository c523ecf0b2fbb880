public import Domain

extension StubStore: AccountStore {
    public func account(named name: String) async throws -> Account? {
        accounts.first { $0.name == name }
    }

    public func account(named name: String, orMake id: AccountID) async throws -> Account {
        if let account = accounts.first(where: { $0.name == name }) { return account }
        let account = Account(id: id, name: name)
        accounts.append(account)
        return account
    }

    public func add(_ user: User, passwordHash: String?) async throws {
        guard !users.contains(where: { $0.account == user.account && $0.email == user.email })
        else { throw Refusal.invalid(path: "email", .repeated) }
        users.append(user)
        passwordHashes[user.id] = passwordHash
    }

    public func users(email: EmailAddress) async throws -> [User] {
        users.filter { $0.email == email }
    }

    public func user(_ id: UserID) async throws -> User? { users.first { $0.id == id } }

    public func users(of account: AccountID) async throws -> [User] {
        users.filter { $0.account == account }.sorted {
            ($0.role.rawValue, $0.email.key) < ($1.role.rawValue, $1.email.key)
        }
    }

    public func passwordHash(of user: UserID) async throws -> String? { passwordHashes[user] }

    public func add(_ token: AccessToken) async throws { tokens.append(token) }

    public func tokens() async throws -> [(AccessToken, User)] {
        tokens.compactMap { token in
            users.first { $0.id == token.user }.map { (token, $0) }
        }
    }

    public func revokeToken(_ id: TokenID, at now: Instant) async throws -> Bool {
        guard let index = tokens.firstIndex(where: { $0.id == id }) else { return false }
        tokens[index].revokedAt = now
        return true
    }

    public func token(hash: ContentHash) async throws -> (AccessToken, User)? {
        try await tokens().first { $0.0.hash == hash }
    }

    public func noteUse(ofToken id: TokenID, at now: Instant) async throws {
        guard let index = tokens.firstIndex(where: { $0.id == id }) else { return }
        tokens[index].lastUsedAt = now
    }

    public func start(_ session: Session) async throws { sessions[session.hash] = session }

    public func session(hash: ContentHash) async throws -> (Session, User)? {
        guard let session = sessions[hash], let user = try await user(session.user) else {
            return nil
        }
        return (session, user)
    }

    public func touch(session hash: ContentHash, at now: Instant) async throws {
        sessions[hash]?.seenAt = now
    }

    public func endSession(hash: ContentHash) async throws { sessions[hash] = nil }
}
