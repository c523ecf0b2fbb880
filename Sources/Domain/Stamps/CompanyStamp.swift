/// The stamp that a company has registered for those who sign for it.
public struct CompanyStamp: Equatable, Sendable {
    public let account: Account
    /// The picture as it was given: a PNG or JPEG that the ``PDFWorkshop`` has read once.
    public let picture: Blob

    public init(account: Account, picture: Blob) {
        self.account = account
        self.picture = picture
    }
}

extension Document {
    /// Whose stamp a recipient may use who is a user of several accounts: the document's own
    /// account's before another's.
    func chosen(of stamps: [CompanyStamp]) -> CompanyStamp? {
        stamps.first { $0.account.id == account } ?? stamps.first
    }
}
