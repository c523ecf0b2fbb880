public import Domain

extension StubStore {
    public func stamp(of account: AccountID) async throws -> Blob? { stamps[account] }

    public func keep(_ picture: Blob?, asStampOf account: AccountID) async throws {
        stamps[account] = picture
    }

    public func stamps(ofUser email: EmailAddress) async throws -> [CompanyStamp] {
        let ids = Set(users.filter { $0.email == email }.map(\.account))
        return accounts.filter { ids.contains($0.id) }.sorted { "\($0.id)" < "\($1.id)" }
            .compactMap { account in
                stamps[account.id].map { CompanyStamp(account: account, picture: $0) }
            }
    }
}
