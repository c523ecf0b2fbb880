/// Somebody known who asks for something: a user, by a token of the API or by a session.
public struct Actor: Equatable, Sendable {
    public let user: User
    public let permissions: Set<Permission>
    /// The token's name, or what the browser calls itself: the suffix of an AES certificate's CN.
    public let agent: String

    public init(user: User, permissions: Set<Permission>, agent: String) {
        self.user = user
        self.permissions = permissions
        self.agent = agent
    }

    /// A signed-in user: personal rights always, the account's documents for administrators.
    public init(session user: User, agent: String) {
        var permissions: Set<Permission> = [.personalDocuments, .signDocuments, .issueSignature]
        if user.role == .admin { permissions.insert(.accountDocuments) }
        self.init(user: user, permissions: permissions, agent: agent)
    }

    /// Of an account's document by this author.
    func isAuthorSide(of account: AccountID, _ author: UserID) -> Bool {
        author == user.id
            || (account == user.account && permissions.contains(.accountDocuments))
    }

    public func require(_ permission: Permission) throws(Refusal) {
        guard permissions.contains(permission) else { throw .permissionMissing(permission) }
    }
}
