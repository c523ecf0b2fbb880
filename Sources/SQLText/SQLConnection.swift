/// A connection inside one transaction. It is valid only during the body that received it.
public protocol SQLConnection {
    /// Where the database at hand differs from the other.
    var dialect: Dialect { get }

    /// Runs a statement that returns no rows.
    /// - Returns: the number of rows it inserted, updated or deleted.
    /// - Throws: ``SQLError``.
    @discardableResult func execute(_ statement: SQL) throws -> Int

    /// Runs a statement and hands over its rows one by one, none kept.
    /// - Throws: ``SQLError``, or what `body` throws.
    func forEachRow(of statement: SQL, _ body: (Row) throws -> Void) throws
}

extension SQLConnection {
    /// All rows of a statement.
    public func rows(of statement: SQL) throws -> [Row] {
        var rows: [Row] = []
        try forEachRow(of: statement) { rows.append($0) }
        return rows
    }

    /// The first row of a statement, if there is one.
    public func firstRow(of statement: SQL) throws -> Row? {
        try rows(of: statement).first
    }
}

/// A database of either kind. A body is one transaction: it is synchronous, so that no transaction
/// is ever open while bytes are made or the network is used, and it may run on any thread.
public protocol SQLDatabase: Sendable {
    var dialect: Dialect { get }

    /// Reads from one snapshot, which contains every write that was answered before.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// The first row of one quick statement: what the most frequent requests ask.
    func firstRow(of statement: SQL) async throws -> Row?

    /// Writes. The body's changes are on the disk when this returns; where it throws, none are.
    @discardableResult func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value
}

extension SQLDatabase {
    public func firstRow(of statement: SQL) async throws -> Row? {
        try await read { try $0.firstRow(of: statement) }
    }
}
