public import Domain

extension StubStore {
    public func stamp(of account: AccountID) async throws -> Blob? { stamps[account] }

    public func keep(_ picture: Blob?, asStampOf account: AccountID) async throws {
        stamps[account] = picture
    }

    public func stamp(
        of account: AccountID, for email: EmailAddress
    ) async throws -> CompanyStamp? {
        guard users.contains(where: { $0.account == account && $0.email == email }),
            let own = accounts.first(where: { $0.id == account })
        else { return nil }
        return stamps[account].map { CompanyStamp(account: own, picture: $0) }
    }
}
