import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Programs and their tokens")
struct APIClientStoreTests {
    private static let client = APIClient(
        id: Sample.id(80), user: Sample.author.id, secretHash: ContentHash(of: [1]),
        issuedAt: now)

    private static func pair(
        _ number: UInt8, family: UInt8 = 90, at issuedAt: Instant = now
    ) -> TokenPair {
        TokenPair(
            id: Sample.id(number), family: Sample.id(family), client: client.id,
            accessHash: ContentHash(of: [number, 1]), refreshHash: ContentHash(of: [number, 2]),
            issuedAt: issuedAt, accessExpiresAt: issuedAt.adding(seconds: 100),
            refreshExpiresAt: issuedAt.adding(seconds: 1_000))
    }

    private func store() async throws -> TemporaryStore {
        let store = try await TemporaryStore.peopled()
        try await store.accounts.add(Self.client)
        return store
    }

    @Test("a client is kept as it was made")
    func keepsClient() async throws {
        let store = try await store()
        #expect(try await store.accounts.client(Self.client.id) == Self.client)
        #expect(try await store.accounts.client(Sample.id(81)) == nil)
        let listed = try await store.accounts.clients()
        #expect(listed.map(\.0) == [Self.client] && listed.map(\.1) == [Sample.author])
    }

    @Test("nobody's client is a fault")
    func refusesNobody() async throws {
        let store = try await TemporaryStore.empty()
        await #expect(throws: (any Error).self) { try await store.accounts.add(Self.client) }
    }

    @Test("a pair is found by either hash")
    func findsPair() async throws {
        let store = try await store()
        let pair = Self.pair(91)
        try await store.accounts.add(pair)
        #expect(try await store.accounts.pair(refreshHash: pair.refreshHash) == pair)
        #expect(try await store.accounts.pair(refreshHash: pair.accessHash) == nil)
        let access = try #require(try await store.accounts.access(hash: pair.accessHash))
        #expect(access.0 == pair && access.1 == Sample.author)
        #expect(try await store.accounts.access(hash: pair.refreshHash) == nil)
    }

    @Test("a pair is exchanged once, whoever is faster")
    func exchangesOnce() async throws {
        let store = try await store()
        try await store.accounts.add(Self.pair(91))
        let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number: UInt8 in 100..<110 {
                group.addTask {
                    try await store.accounts.exchange(Self.pair(91), for: Self.pair(number))
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
        #expect(try await store.count("SELECT COUNT(*) FROM api_token_pair") == 2)
    }

    @Test("a family ends as a whole, and alone")
    func revokesFamily() async throws {
        let store = try await store()
        for pair in [Self.pair(91), Self.pair(92), Self.pair(93, family: 94)] {
            try await store.accounts.add(pair)
        }
        try await store.accounts.revokeFamily(Sample.id(90), at: now.adding(seconds: 5))
        var revokedAt: [Instant?] = []
        for number: UInt8 in 91...93 {
            let pair = try await store.accounts.pair(refreshHash: Self.pair(number).refreshHash)
            revokedAt.append(pair?.revokedAt)
        }
        #expect(revokedAt == [now.adding(seconds: 5), now.adding(seconds: 5), nil])
        #expect(try await store.accounts.exchange(Self.pair(91), for: Self.pair(95)) == false)
    }

    @Test("a revoked client's tokens lead to nobody")
    func revokesClient() async throws {
        let store = try await store()
        try await store.accounts.add(Self.pair(91))
        #expect(try await store.accounts.revokeClient(Self.client.id, at: now))
        #expect(try await store.accounts.access(hash: Self.pair(91).accessHash) == nil)
        #expect(try await store.accounts.revokeClient(Self.client.id, at: now.adding(seconds: 1)))
        #expect(try await store.accounts.client(Self.client.id)?.revokedAt == now)
        #expect(try await store.accounts.revokeClient(Sample.id(81), at: now) == false)
    }

    @Test("what has expired is forgotten with the next pair")
    func forgetsExpired() async throws {
        let store = try await store()
        try await store.accounts.add(Self.pair(91))
        try await store.accounts.add(Self.pair(92, at: now.adding(seconds: 999)))
        #expect(try await store.count("SELECT COUNT(*) FROM api_token_pair") == 2)
        try await store.accounts.add(Self.pair(93, at: now.adding(seconds: 1_000)))
        #expect(try await store.count("SELECT COUNT(*) FROM api_token_pair") == 2)
        #expect(
            try await store.accounts.pair(refreshHash: Self.pair(91).refreshHash) == nil)
    }

    @Test("redirect origins are listed once, for one account")
    func listsOrigins() async throws {
        let store = try await TemporaryStore.peopled()
        let origins = try ["https://b.example", "https://a.example:8443"].map {
            try #require(RedirectOrigin($0))
        }
        for origin in origins + origins {
            try await store.accounts.list(origin, for: Sample.author.account)
        }
        #expect(
            try await store.accounts.redirectOrigins(of: Sample.author.account)
                == origins.reversed())
        #expect(
            try await store.accounts.redirectOrigins(of: Sample.stranger.account).isEmpty)
    }

    @Test("an origin is taken off the list once")
    func unlistsOrigin() async throws {
        let store = try await TemporaryStore.peopled()
        let origin = try #require(RedirectOrigin("https://shop.example"))
        try await store.accounts.list(origin, for: Sample.author.account)
        #expect(try await store.accounts.unlist(origin, for: Sample.stranger.account) == false)
        #expect(try await store.accounts.unlist(origin, for: Sample.author.account))
        #expect(try await store.accounts.unlist(origin, for: Sample.author.account) == false)
        #expect(try await store.accounts.redirectOrigins(of: Sample.author.account).isEmpty)
    }

    @Test("an account's users: administrators first, then by address")
    func ordersUsers() async throws {
        let store = try await TemporaryStore.peopled()
        var admin = Sample.user(30, email: "zoe@example.org")
        admin.role = .admin
        try await store.accounts.add(admin, passwordHash: nil)
        let users = try await store.accounts.users(of: Sample.author.account)
        #expect(users == [admin, Sample.author, Sample.colleague])
    }
}
