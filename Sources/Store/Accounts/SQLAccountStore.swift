public import Domain
public import SQLText

/// Accounts, users, tokens and sessions in SQL.
public struct SQLAccountStore: AccountStore {
    let database: any SQLDatabase

    public init(_ database: any SQLDatabase) {
        self.database = database
    }

    public func account(named name: String) async throws -> Account? {
        try await database.read { try $0.account(named: name) }
    }

    public func account(named name: String, orMake id: AccountID) async throws -> Account {
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO account (id, name) VALUES (\(id), \(name))
                ON CONFLICT (name) DO NOTHING
                """)
            return try connection.account(named: name) ?? Account(id: id, name: name)
        }
    }

    public func add(_ user: User, passwordHash: String?) async throws {
        do {
            try await database.write { try $0.insert(user, passwordHash: passwordHash) }
        } catch let error as SQLError where error.code == .uniqueViolation(table: "account_user") {
            throw Refusal.invalid(path: "email", .repeated)
        }
    }

    public func users(email: EmailAddress) async throws -> [User] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT \(userColumns) FROM account_user u
                    WHERE u.email_key = \(email.key) ORDER BY u.account_id
                    """
            ).map { try $0.user() }
        }
    }

    public func user(_ id: UserID) async throws -> User? {
        try await database.read { connection in
            try connection.firstRow(
                of: "SELECT \(userColumns) FROM account_user u WHERE u.id = \(id)"
            ).map { try $0.user() }
        }
    }

    public func users(of account: AccountID) async throws -> [User] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT \(userColumns) FROM account_user u
                    WHERE u.account_id = \(account) ORDER BY u.role, u.email_key
                    """
            ).map { try $0.user() }
        }
    }

    public func passwordHash(of user: UserID) async throws -> String? {
        try await database.read { connection in
            try connection.firstRow(
                of: "SELECT password_hash FROM account_user WHERE id = \(user)"
            )?.value("password_hash", as: String?.self)
        }
    }
}

extension SQLConnection {
    fileprivate func account(named name: String) throws -> Account? {
        try firstRow(of: "SELECT id FROM account WHERE name = \(name)")
            .map { Account(id: try $0.value("id"), name: name) }
    }

    fileprivate func insert(_ user: User, passwordHash: String?) throws {
        try execute(
            """
            INSERT INTO account_user (
                account_id, id, email, email_key, last_name, first_name, patronymic, role,
                is_verified, language, password_hash)
            VALUES (
                \(user.account), \(user.id), \(user.email), \(user.email.key),
                \(user.name.lastName), \(user.name.firstName), \(user.name.patronymic),
                \(user.role), \(user.isVerified), \(user.language), \(passwordHash))
            """)
    }
}
