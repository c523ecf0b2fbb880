/// Whose a document is, and which version of it is the present one: known without reading it.
public struct DocumentHead: Equatable, Sendable {
    public let account: AccountID
    public let author: UserID
    /// `nil` once the document was deleted.
    public let stage: DocumentStage?
    /// Raised by every change.
    public let version: Int

    public init(account: AccountID, author: UserID, stage: DocumentStage?, version: Int) {
        self.account = account
        self.author = author
        self.stage = stage
        self.version = version
    }
}
