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
    /// The document's own account's alone: a sender names any address, and knows every link of what
    /// they send, so another company's stamp would be theirs for the asking.
    func chosen(of stamps: [CompanyStamp]) -> CompanyStamp? {
        stamps.first { $0.account.id == account }
    }
}
