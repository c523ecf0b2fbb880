import Domain
import SQLiteDriver
import Store

/// The revocation lists are renewed: validators refuse what they cannot look up.
struct RevocationListCheck: Check {
    let database: DatabaseOnDisk
    var now = SystemClock().now()

    private static let remedy =
        "start tamga serve, which renews them, or sign them anew by: tamga ca crl"

    func finding() async -> Finding {
        do {
            guard let database = try database.open() else { return Self.none }
            defer { try? database.close() }
            return try await finding(of: SQLRevocationStore(database))
        } catch {
            return SchemaCheck.unreadable(error)
        }
    }

    private static let none = Finding.good("revocation lists come with the first start")

    private func finding(of store: some RevocationStore) async throws -> Finding {
        let lists = try await store.lists()
        guard !lists.isEmpty else { return Self.none }
        guard lists.allSatisfy({ now < $0.nextUpdate }) else {
            return .failed("the revocation lists are out of date", remedy: Self.remedy)
        }
        guard try await store.currentLists(at: now) != nil else {
            return .warning("other revocation lists are owed", remedy: Self.remedy)
        }
        return .good("revocation lists are fresh")
    }
}
