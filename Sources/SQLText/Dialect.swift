/// The clauses in which SQLite and PostgreSQL truly differ. Everything else is one text.
public struct Dialect: Sendable, Hashable {
    /// Ends a SELECT that picks rows to claim. PostgreSQL locks them and skips those that others
    /// hold; SQLite has one writer and needs nothing.
    public let claiming: SQL

    public static let sqlite = Dialect(claiming: "")

    public static let postgres = Dialect(claiming: " FOR UPDATE SKIP LOCKED")
}
