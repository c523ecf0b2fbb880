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
