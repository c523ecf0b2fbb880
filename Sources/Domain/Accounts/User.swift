/// A person with an account. Recipients need not be one: they are known by e-mail alone.
public struct User: Equatable, Sendable {
    public enum Role: String, Codable, CaseIterable, Sendable {
        case admin, member
    }

    public let id: UserID
    public let account: AccountID
    public let email: EmailAddress
    public var name: PersonName
    public var role: Role
    /// An administrator has checked who this is (contract LightDoc, `verificationRequire`).
    public var isVerified: Bool
    public var language: Language?

    public init(
        id: UserID, account: AccountID, email: EmailAddress, name: PersonName, role: Role,
        isVerified: Bool, language: Language?
    ) {
        self.id = id
        self.account = account
        self.email = email
        self.name = name
        self.role = role
        self.isVerified = isVerified
        self.language = language
    }
}
