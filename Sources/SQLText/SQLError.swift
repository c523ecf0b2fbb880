/// What a database refused or could not do. Equal by code; the message is for the log.
public struct SQLError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Families of failures that both databases know.
    public enum Code: Sendable, Hashable {
        /// A unique index or primary key of `table` has the key already.
        case uniqueViolation(table: String)

        /// A row points to one that is absent, or is pointed to.
        case foreignKeyViolation

        /// The named CHECK constraint is not met.
        case checkViolation(constraint: String)

        /// A column that must be given is absent.
        case notNullViolation

        /// Another process or transaction is in the way; the same may succeed later.
        case busy

        /// No room is left on the disk.
        case diskFull

        /// Reading or writing the disk, or the connection, failed.
        case inputOutput

        /// The database was opened for reading only.
        case readOnly

        /// The file is no database, or a damaged one.
        case corrupt

        /// The statement was interrupted.
        case interrupted

        /// A result does not have the shape that the program expects.
        case decoding

        /// Anything else, mostly a fault in a statement.
        case other
    }

    public let code: Code

    /// In the database's own words. Holds no bound values.
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public static func == (left: SQLError, right: SQLError) -> Bool {
        left.code == right.code
    }

    public var description: String { "\(code): \(message)" }
}
