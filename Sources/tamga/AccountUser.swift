import Domain

extension Ports {
    func account(_ name: String) async throws -> Account {
        guard let account = try await accounts.account(named: name) else {
            throw Problem("no account \(name); tamga user add makes one")
        }
        return account
    }

    /// The user of this address in the account, or its first: administrators before members.
    func user(_ email: String?, ofAccount account: String) async throws -> User {
        let users = try await accounts.users(of: self.account(account).id)
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
