import Domain
import Foundation
import SQLText
import SQLiteDriver
import TamgaTestKit

@testable import Server

/// A data directory as the first start leaves it, without a server.
struct FreshFolder {
    let folder: TemporaryFolder
    var settings: Settings
    let ports: Ports

    init() async throws {
        folder = try TemporaryFolder()
        settings = try Site.settings(folder.file("data"))
        settings.publicURL = "https://sign.example.org"
        settings.port = 0
        ports = try await Workplace.open(settings, program: BuiltTamga.path).ports
    }

    var database: DatabaseOnDisk { DatabaseOnDisk(path: settings.databaseFile) }

    func run(_ statement: SQL) async throws {
        try await SQLiteDatabase(path: settings.databaseFile).write { try $0.execute(statement) }
    }

    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: path)
    }

    func permit(_ mode: Int, on path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
}

extension Instant {
    /// By the machine's clock.
    static func now(addingDays days: Int64 = 0) -> Instant {
        SystemClock().now().adding(seconds: days * 86_400)
    }
}
