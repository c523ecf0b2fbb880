/// What an administrator does on the command line: people, tokens and programs.
public struct ManageAccounts: Sendable {
    public struct NewUser: Sendable {
        public let email: EmailAddress
        public let name: PersonName
        public let account: String
        public let role: User.Role
        public let isVerified: Bool
        public let language: Language?
        public let password: String?

        public init(
            email: EmailAddress, name: PersonName, account: String, role: User.Role,
            isVerified: Bool, language: Language?, password: String?
        ) {
            self.email = email
            self.name = name
            self.account = account
            self.role = role
            self.isVerified = isVerified
            self.language = language
            self.password = password
        }
    }

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func add(_ new: NewUser) async throws -> User {
        let hash = try new.password.map { password throws in
            guard (8...1_024).contains(password.count) else {
                throw Refusal.invalid(
                    path: "password", .countOutOfRange(minimum: 8, maximum: 1_024))
            }
            return try PasswordHash.make(of: password, salt: ports.randomness.bytes(16)).text
        }
        let account = try await ports.accounts.account(
            named: new.account, orMake: ports.randomness.identifier())
        let user = User(
            id: ports.randomness.identifier(), account: account.id, email: new.email,
            name: new.name, role: new.role, isVerified: new.isVerified, language: new.language)
        try await ports.accounts.add(user, passwordHash: hash)
        return user
    }

    /// The secret, to be shown once.
    public func issueToken(
        for user: User, name: String, permissions: Set<Permission>, expiresAt: Instant?
    ) async throws -> TokenSecret {
        let secret = TokenSecret(random: ports.randomness.bytes(32))
        try await ports.accounts.add(
            AccessToken(
                id: ports.randomness.identifier(), user: user.id, name: name,
                permissions: permissions, hash: secret.hash, issuedAt: ports.clock.now(),
                expiresAt: expiresAt))
        return secret
    }

    /// The client with its secret, to be shown once.
    public func issueClient(for user: User) async throws -> (APIClientID, TokenSecret) {
        let secret = TokenSecret(random: ports.randomness.bytes(32))
        let client = APIClient(
            id: ports.randomness.identifier(), user: user.id, secretHash: secret.hash,
            issuedAt: ports.clock.now())
        try await ports.accounts.add(client)
        return (client.id, secret)
    }
}
