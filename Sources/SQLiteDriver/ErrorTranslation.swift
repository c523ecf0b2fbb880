internal import GRDB
internal import GRDBSQLite
internal import SQLText

/// Runs a call into GRDB and turns its errors into ours.
func translatingErrors<Value>(_ call: () throws -> Value) throws -> Value {
    do {
        return try call()
    } catch {
        throw translated(error)
    }
}

/// A `DatabaseError` as ``SQLError``; any other error as it is. GRDB's message would quote the
/// statement, so only SQLite's own words are kept.
func translated(_ error: any Error) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    let message = error.message ?? "SQLite code \(error.extendedResultCode.rawValue)"
    return SQLError(code(of: error, subject: subject(of: message)), message)
}

extension DatabaseError {
    /// What SQLite says of the call on this connection that has just failed.
    init(failure code: Int32, of connection: OpaquePointer?) {
        let extended = sqlite3_extended_errcode(connection)
        self.init(
            resultCode: ResultCode(rawValue: extended == GRDBSQLite.SQLITE_OK ? code : extended),
            message: sqlite3_errmsg(connection).map { String(cString: $0) })
    }
}

private func code(of error: DatabaseError, subject: String) -> SQLError.Code {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
        .uniqueViolation(table: String(subject.prefix { $0 != "." }))
    case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKeyViolation
    case .SQLITE_CONSTRAINT_CHECK: .checkViolation(constraint: subject)
    case .SQLITE_CONSTRAINT_NOTNULL: .notNullViolation
    default: code(ofPrimary: error.resultCode)
    }
}

private func code(ofPrimary result: ResultCode) -> SQLError.Code {
    switch result {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_FULL: .diskFull
    case .SQLITE_IOERR, .SQLITE_CANTOPEN: .inputOutput
    case .SQLITE_READONLY: .readOnly
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
    case .SQLITE_INTERRUPT: .interrupted
    default: .other
    }
}

/// What follows the colon of "UNIQUE constraint failed: document.account_id, document.id".
private func subject(of message: String) -> String {
    guard let colon = message.firstIndex(of: ":") else { return "" }
    return String(message[message.index(after: colon)...].drop { $0 == " " })
}
