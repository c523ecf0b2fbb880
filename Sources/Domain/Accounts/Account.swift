/// A company: owner of documents, users and tokens.
public struct Account: Hashable, Sendable {
    public let id: AccountID
    public let name: String

    public init(id: AccountID, name: String) {
        self.id = id
        self.name = name
    }
}
