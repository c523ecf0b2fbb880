internal import GRDB
internal import GRDBSQLite

extension DatabasePool {
    /// Pages of the write-ahead log that are worth a checkpoint, as SQLite itself holds them.
    private static var worthwhile: Int32 { 1_000 }

    /// Copies a long write-ahead log into the main file, as far as nobody reads from it. SQLite
    /// would do it inside the commit that makes the log long, while somebody waits for the answer.
    func checkpointIfWorthwhile() throws {
        try writeWithoutTransaction { database in
            guard database.writtenPages(andForget: false) >= Self.worthwhile else { return }
            _ = database.writtenPages(andForget: true)
            try database.checkpoint(.passive)
        }
    }
}

extension Database {
    fileprivate func writtenPages(andForget forget: Bool) -> Int32 {
        var (count, highest): (Int32, Int32) = (0, 0)
        sqlite3_db_status(
            sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &count, &highest, forget ? 1 : 0)
        return count
    }
}
