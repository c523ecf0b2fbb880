import BenchmarkKit
import Foundation

/// What a first page and a count of 1,000,000 documents cost against the same of 10,000.
enum SearchCost {
    private static let few = 10_000
    private static let many = 1_000_000

    @Sendable static func run() async throws -> [Finding] {
        let server = try ServerUnderTest()
        defer { server.stop() }
        let token = try server.clientToken()
        let crowd = try DocumentCrowd(server)
        try crowd.grow(to: few)
        let before = try rates(server, token)
        try crowd.grow(to: many)
        let after = try rates(server, token)
        return zip(questions, zip(before, after)).map { question, rates in
            Finding(
                what: "\(question.0), of \(many) over \(few)", figure: rates.0 / rates.1,
                unit: "×", bound: .atMost(2))
        }
    }

    private static func rates(_ server: ServerUnderTest, _ token: String) throws -> [Double] {
        try questions.map { try server.rate($0.1, connections: 1, token: token) }
    }

    private static var questions: [(String, String)] {
        let days = "start_date=\(day(before: 2))&end_date=\(day(before: 0))"
        let (list, count) = ("/api/v2/document", "/api/v2/document/count")
        return [
            ("first page, version 1", "/api/v1/document"), ("first page", list),
            ("first page of a state", "\(list)?status=ESC001"),
            ("first page of a rare state", "\(list)?status=ESC005"),
            ("first page of three days", "\(list)?\(days)"),
            ("first page of a rare state in three days", "\(list)?\(days)&status=ESC005"),
            ("first page of a title", "\(list)?title=7"),
            ("first page of a signer", "\(list)?signer_name=7"), ("count", count),
            ("count of a state", "\(count)?status=ESC001"),
            ("count of three days", "\(count)?\(days)"),
            ("count of a state in three days", "\(count)?\(days)&status=ESC001"),
        ]
    }

    private static func day(before days: Int) -> String {
        let seoul = TimeZone(secondsFromGMT: 9 * 3_600) ?? .gmt
        return Date(timeIntervalSinceNow: -86_400 * Double(days)).formatted(
            Date.ISO8601FormatStyle(dateSeparator: .omitted, timeZone: seoul)
                .year().month().day())
    }
}

/// Copies of one document, written straight into the tables: 40 s apart, newest first, in three
/// states, one of them rare.
private struct DocumentCrowd {
    private static let state = """
        CASE WHEN n % 3000 = 2999 THEN 'rejected' WHEN n % 3 = 0 THEN 'signing' ELSE 'draft' END
        """
    /// Sixteen bytes.
    private static let identifier = "CAST(printf('%016d', n) AS BLOB)"
    private static let moment = "created_at - n * 40000000"

    private let server: ServerUnderTest
    /// Its id in hexadecimal.
    private let first: String

    init(_ server: ServerUnderTest) throws {
        self.server = server
        first = try server.createDocument().filter { $0 != "-" }
    }

    func grow(to count: Int) throws {
        let present = Int(try query("SELECT COUNT(*) FROM document")) ?? 0
        let numbers = """
            WITH RECURSIVE number (n) AS (
                SELECT \(present) UNION ALL SELECT n + 1 FROM number WHERE n + 1 < \(count))
            """
        try query(
            """
            BEGIN;
            \(numbers) \(try copying("document", of: "id", documents));
            \(numbers) \(try copying("recipient", of: "document_id", recipients));
            DELETE FROM document_tally;
            INSERT INTO document_tally
            SELECT account_id, stage, COUNT(*) FROM document GROUP BY 1, 2;
            DELETE FROM document_day_tally;
            INSERT INTO document_day_tally
            SELECT account_id, (created_at + 32400000000) / 86400000000, stage, COUNT(*)
            FROM document GROUP BY 1, 2, 3;
            COMMIT
            """)
        try query("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    private var documents: [String: String] {
        [
            "id": Self.identifier, "created_at": Self.moment, "name_key": "'contract ' || n",
            "author_link_hash": "CAST(printf('%032d', n) AS BLOB)", "state": Self.state,
            "stage": "CASE WHEN n % 3000 = 2999 THEN 'expired' ELSE \(Self.state) END",
            "has_expired": "n % 3000 = 2999",
            "rejected_at": "CASE WHEN n % 3000 = 2999 THEN created_at END",
        ]
    }

    private var recipients: [String: String] {
        [
            "document_id": Self.identifier, "name_key": "'signer ' || n",
            "document_created_at": "document_" + Self.moment,
            "link_hash": "CAST(printf('%032d', n) AS BLOB)",
        ]
    }

    /// Every column of the first document's row, but for these.
    private func copying(
        _ table: String, of key: String, _ changed: [String: String]
    ) throws -> String {
        let columns = try query("SELECT name FROM pragma_table_info('\(table)')")
            .split(separator: "\n").map(String.init)
        let values = columns.map { changed[$0] ?? $0 }.joined(separator: ", ")
        return """
            INSERT INTO \(table) (\(columns.joined(separator: ", ")))
            SELECT \(values) FROM number CROSS JOIN \(table) WHERE \(key) = x'\(first)'
            """
    }

    @discardableResult
    private func query(_ statement: String) throws -> String {
        try Command.output(
            "/usr/bin/sqlite3", ["-bail", server.database, statement],
            ProcessInfo.processInfo.environment)
    }
}
