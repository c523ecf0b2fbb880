import TamgaTestKit
import Testing

@testable import Domain

@Suite("Tokens of programs")
struct ProgramTests {
    private let world = StubWorld()

    private func client() async throws -> APIClient {
        _ = try await world.token(of: Sample.author)
        let (id, secret) = try await ManageAccounts(world.ports).issueClient(for: Sample.author)
        return try await GrantTokens(world.ports).client(
            ClientCredentials(id: id, secret: secret.text))
    }

    private func opens(_ token: TokenSecret) async throws -> Bool {
        do {
            _ = try await AuthenticateClient(world.ports)(token)
            return true
        } catch Refusal.unauthenticated {
            return false
        }
    }

    @Test("neither the secret nor a token is kept")
    func keepsHashes() async throws {
        let client = try await client()
        let tokens = try await GrantTokens(world.ports)(to: client)
        let pair = try #require(
            try await world.ports.accounts.pair(refreshHash: tokens.refresh.hash))
        #expect(pair.accessHash == tokens.access.hash && pair.id == tokens.id)
        #expect(tokens.access != tokens.refresh)
    }

    @Test("an access token reaches the account's documents, and nothing personal")
    func permissions() async throws {
        let tokens = try await GrantTokens(world.ports)(to: try await client())
        let actor = try await AuthenticateClient(world.ports)(tokens.access)
        #expect(actor.user == Sample.author && actor.permissions == [.accountDocuments])
    }

    @Test("a refresh token opens nothing itself")
    func refreshIsNoAccess() async throws {
        let tokens = try await GrantTokens(world.ports)(to: try await client())
        #expect(try await opens(tokens.access))
        #expect(try await !opens(tokens.refresh))
    }

    @Test("the second use of a refresh token ends its family, and no other")
    func reuse() async throws {
        let (grantTokens, client) = (GrantTokens(world.ports), try await client())
        let other = try await grantTokens(to: client)
        let first = try await grantTokens(to: client)
        let second = try await grantTokens(refreshing: first.refresh.text, by: client)
        #expect(try await opens(first.access))
        await #expect(throws: GrantRefusal.invalidGrant) {
            try await grantTokens(refreshing: first.refresh.text, by: client)
        }
        await #expect(throws: GrantRefusal.invalidGrant) {
            try await grantTokens(refreshing: second.refresh.text, by: client)
        }
        #expect(try await !opens(first.access))
        #expect(try await !opens(second.access))
        #expect(try await opens(other.access))
    }

    @Test("another program's refresh token is none, and stays good")
    func foreign() async throws {
        let grantTokens = GrantTokens(world.ports)
        let (mine, other) = (try await client(), try await client())
        let tokens = try await grantTokens(to: mine)
        await #expect(throws: GrantRefusal.invalidGrant) {
            try await grantTokens(refreshing: tokens.refresh.text, by: other)
        }
        _ = try await grantTokens(refreshing: tokens.refresh.text, by: mine)
    }

    @Test("a hash matches itself alone")
    func matching() {
        let hash = ContentHash(of: [1])
        #expect(hash.matches(ContentHash(of: [1])) && !hash.matches(ContentHash(of: [2])))
    }
}
