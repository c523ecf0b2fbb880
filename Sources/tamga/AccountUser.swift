import Domain

extension Ports {
    /// The user of this address in the account, or its first: administrators before members.
    func user(_ email: String?, ofAccount account: String) async throws -> User {
        guard let id = try await accounts.account(named: account)?.id else {
            throw Problem("no account \(account); tamga user add makes one")
        }
        let users = try await accounts.users(of: id)
        guard let email else {
            guard let first = users.first else {
                throw Problem("account \(account) has no user; add one with: tamga user add")
            }
            return first
        }
        guard let named = users.first(where: { $0.email == EmailAddress(email) }) else {
            throw Problem("no user \(email) in account \(account)")
        }
        return named
    }
}
