import TamgaTestKit
import Testing

@testable import Domain

@Suite("People in the store")
struct AccountStoreTests {
    private let token = AccessToken(
        id: Sample.id(70), user: Sample.author.id, name: "CRM",
        permissions: Set(Permission.allCases), hash: ContentHash(of: [70]), issuedAt: now,
        expiresAt: nil)

    @Test("an account is made once and then found by its name")
    func makesAccountOnce() async throws {
        let store = try await TemporaryStore.empty()
        #expect(try await store.accounts.account(named: "ООО Ромашка") == nil)
        let made = try await store.accounts.account(named: "ООО Ромашка", orMake: Sample.id(1))
        let found = try await store.accounts.account(named: "ООО Ромашка", orMake: Sample.id(2))
        #expect(made == found && made.id == Sample.id(1))
    }

    @Test("a user comes back as added", arguments: [nil, Language.korean])
    func roundTripsUser(_ language: Language?) async throws {
        let store = try await TemporaryStore.peopled()
        let user = User(
            id: Sample.id(80), account: Sample.id(1), email: Sample.email("Ёж+tag@Example.org"),
            name: PersonName(lastName: "김", firstName: "", patronymic: nil), role: .admin,
            isVerified: true, language: language)
        try await store.accounts.add(user, passwordHash: "$scrypt$x")
        let found = try #require(try await store.accounts.user(user.id))
        #expect(found == user && found.email.text == user.email.text)
        #expect(try await store.accounts.passwordHash(of: user.id) == "$scrypt$x")
    }

    @Test("people are found by address whatever its case, in every account")
    func findsByEmail() async throws {
        let store = try await TemporaryStore.peopled()
        let twin = Sample.user(81, account: 2, email: "AUTHOR@example.org")
        try await store.accounts.add(twin, passwordHash: nil)
        let found = try await store.accounts.users(email: Sample.email("Author@Example.ORG"))
        #expect(found.map(\.id) == [Sample.author.id, twin.id])
    }

    @Test("the same address twice in one account is refused")
    func refusesRepeatedEmail() async throws {
        let store = try await TemporaryStore.peopled()
        await #expect(throws: Refusal.invalid(path: "email", .repeated)) {
            try await store.accounts.add(
                Sample.user(82, email: "AUTHOR@example.org"), passwordHash: nil)
        }
    }

    @Test("a token comes back with its user")
    func roundTripsToken() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.accounts.add(token)
        let found = try #require(try await store.accounts.token(hash: token.hash))
        #expect(found.0 == token && found.1 == Sample.author)
        #expect(try await store.accounts.tokens().map(\.0) == [token])
    }

    @Test("a token without permissions comes back without any")
    func roundTripsBareToken() async throws {
        let store = try await TemporaryStore.peopled()
        let bare = AccessToken(
            id: Sample.id(71), user: Sample.anna.id, name: "", permissions: [],
            hash: ContentHash(of: [71]), issuedAt: now, expiresAt: now)
        try await store.accounts.add(bare)
        #expect(try await store.accounts.token(hash: bare.hash)?.0 == bare)
    }

    @Test("a token for nobody is a fault")
    func refusesTokenForNobody() async throws {
        let store = try await TemporaryStore.empty()
        await #expect(throws: (any Error).self) { try await store.accounts.add(token) }
    }

    @Test("a revoked token keeps the time of its first revocation")
    func revokesToken() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.accounts.add(token)
        #expect(try await store.accounts.revokeToken(token.id, at: now))
        #expect(try await store.accounts.revokeToken(token.id, at: now.adding(seconds: 5)))
        #expect(try await store.accounts.token(hash: token.hash)?.0.revokedAt == now)
        #expect(try await !store.accounts.revokeToken(Sample.id(99), at: now))
    }

    @Test("the last use is noted once a minute at most")
    func notesUse() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.accounts.add(token)
        for seconds in [0, 59, 60, 61] as [Int64] {
            try await store.accounts.noteUse(ofToken: token.id, at: now.adding(seconds: seconds))
        }
        let found = try await store.accounts.token(hash: token.hash)?.0
        #expect(found?.lastUsedAt == now.adding(seconds: 60))
    }

    @Test("a session lives until it ends, and its clock goes forward only")
    func keepsSession() async throws {
        let store = try await TemporaryStore.peopled()
        let session = Session(
            hash: ContentHash(of: [5]), user: Sample.anna.id, startedAt: now, seenAt: now)
        try await store.accounts.start(session)
        for seconds in [9, 3] as [Int64] {
            try await store.accounts.touch(
                session: session.hash, at: now.adding(seconds: seconds))
        }
        let found = try #require(try await store.accounts.session(hash: session.hash))
        #expect(found.0.seenAt == now.adding(seconds: 9) && found.1 == Sample.anna)
        try await store.accounts.endSession(hash: session.hash)
        #expect(try await store.accounts.session(hash: session.hash) == nil)
    }
}
