internal import GRDBSQLite
internal import SQLText

/// A statement of SQLite's that is kept and used again.
struct PreparedStatement {
    let columns: [String]
    private let pointer: OpaquePointer

    /// Takes the statement over; ``finalize()`` ends it.
    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        columns = (0..<sqlite3_column_count(pointer)).map { index in
            sqlite3_column_name(pointer, index).map { String(cString: $0) } ?? ""
        }
    }

    func step() -> Int32 { sqlite3_step(pointer) }

    /// Ready for the next use; nothing of this one stays bound.
    func reset() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    func finalize() { sqlite3_finalize(pointer) }

    /// By position, which is the order of `$1`, `$2`, … in an `SQL`. The room must stay as it is
    /// until ``reset()``.
    func bind(_ values: [SQLValue], in room: BindingRoom) -> Int32 {
        room.empty(for: values)
        for (index, value) in values.enumerated() {
            let code = bind(value, at: Int32(index + 1), room)
            guard code == SQLITE_OK else { return code }
        }
        return SQLITE_OK
    }

    /// A destructor of `nil` is SQLITE_STATIC: SQLite makes no copy.
    private func bind(_ value: SQLValue, at index: Int32, _ room: BindingRoom) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(pointer, index)
        case .integer(let number): return sqlite3_bind_int64(pointer, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                let address = room.place(bytes)?.assumingMemoryBound(to: CChar.self)
                return sqlite3_bind_text(pointer, index, address, Int32(bytes.count), nil)
            }
        // Without bytes there is no address, and without an address SQLite binds NULL.
        case .blob(let bytes) where bytes.isEmpty: return sqlite3_bind_zeroblob(pointer, index, 0)
        case .blob(let bytes):
            return bytes.withUnsafeBufferPointer { bytes in
                sqlite3_bind_blob(pointer, index, room.place(bytes), Int32(bytes.count), nil)
            }
        }
    }

    /// Of the row stepped to, each as it is stored. A REAL, which no statement of ours yields,
    /// reads as its text and so fails to decode.
    func values() -> [SQLValue] {
        (0..<Int32(columns.count)).map(value)
    }

    private func value(_ index: Int32) -> SQLValue {
        switch sqlite3_column_type(pointer, index) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(pointer, index))
        case SQLITE_BLOB:
            .blob(Array(bytes(sqlite3_column_blob(pointer, index), index)))
        default:
            .text(String(decoding: text(index), as: UTF8.self))
        }
    }

    private func text(_ index: Int32) -> UnsafeRawBufferPointer {
        bytes(UnsafeRawPointer(sqlite3_column_text(pointer, index)), index)
    }

    /// The length is asked after the value, which may have been converted for it.
    private func bytes(_ start: UnsafeRawPointer?, _ index: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index)))
    }
}
