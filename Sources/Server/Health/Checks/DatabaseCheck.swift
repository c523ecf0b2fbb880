import Domain
import SQLiteDriver
import Store

/// The database file of a data directory, which a server may be using.
struct DatabaseOnDisk: Sendable {
    let path: String

    /// Opened for reading alone; `nil` where there is none yet.
    func open() throws -> SQLiteDatabase? {
        guard let file = try FileStatus(path), file.byteCount > 0 else { return nil }
        return try SQLiteDatabase(reading: path)
    }
}

/// The database can be read and fits this program.
struct DatabaseCheck: Check {
    let database: DatabaseOnDisk

    func finding() async -> Finding {
        do {
            guard let database = try database.open() else {
                return .warning(
                    "\(database.path) is not there yet",
                    remedy: "tamga serve makes it at its first start, or: tamga migrate")
            }
            defer { try? database.close() }
            return await SchemaCheck(schema: Schema(database)).finding()
        } catch {
            return SchemaCheck.unreadable(error)
        }
    }
}

/// The schema of an open database is this program's.
struct SchemaCheck: Check {
    let schema: Schema

    func finding() async -> Finding {
        do {
            let missing = try await schema.missing()
            guard missing.isEmpty else {
                return .failed(
                    "its schema is behind this program: "
                        + missing.map(\.name).joined(separator: ", "),
                    remedy: "make a copy of the data directory, then: tamga migrate")
            }
            return .good("its schema is this program's")
        } catch let newer as Schema.TooNew {
            return .failed(
                "its schema \(newer.found) is newer than this program, which knows \(newer.known)",
                remedy: "install the newer version again, or restore a backup from before it")
        } catch {
            return Self.unreadable(error)
        }
    }

    static func unreadable(_ error: any Error) -> Finding {
        if let hidden = error as? FileStatus.Hidden { return hidden.finding }
        return .failed(
            "it cannot be read: \(error)",
            remedy: "see who owns the file and what the system's log says of the disk; restore a "
                + "backup where it is damaged")
    }
}
