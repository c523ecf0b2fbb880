import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("The status in one statement")
struct StatusFactsTests {
    private static func token(of user: User, _ number: UInt8 = 70) -> AccessToken {
        AccessToken(
            id: Sample.id(number), user: user.id, name: "CRM",
            permissions: [.accountDocuments, .issueSignature],
            hash: ContentHash(of: [number]), issuedAt: now, expiresAt: now.adding(seconds: 60))
    }

    private func facts(
        _ user: User, _ story: Story, document: UInt8 = 20
    ) async throws -> StatusFacts? {
        let store = try await TemporaryStore.peopled()
        try await store.tell(story)
        let token = Self.token(of: user)
        try await store.accounts.add(token)
        return try await store.documents.statusFacts(
            token: token.hash, document: Sample.id(document))
    }

    @Test("token, account and document come together")
    func findsAll() async throws {
        let facts = try #require(try await facts(Sample.author, try Story().sent()))
        #expect(facts.token == Self.token(of: Sample.author))
        #expect(facts.account == Sample.author.account)
        #expect(
            facts.document
                == .init(
                    account: Sample.author.account, author: Sample.author.id, status: .signing,
                    isReachedRecipient: false))
    }

    @Test("a recipient is reached from the moment of the invitation on")
    func knowsReachedRecipients() async throws {
        let sent = try Story(isSequential: true).sent()
        #expect(try await facts(Sample.anna, sent)?.document?.isReachedRecipient == true)
        #expect(try await facts(Sample.boris, sent)?.document?.isReachedRecipient == false)
        #expect(try await facts(Sample.anna, Story())?.document?.isReachedRecipient == false)
    }

    @Test("a new round takes the view back until it is sent")
    func forgetsEarlierRounds() async throws {
        let edited = try Story().sent().declined(by: 1).acted(.editRejected)
        #expect(try await facts(Sample.anna, edited)?.document?.isReachedRecipient == false)
    }

    @Test("an unknown document is absent, the token is not")
    func toleratesUnknownDocument() async throws {
        let facts = try #require(try await facts(Sample.author, Story(), document: 99))
        #expect(facts.document == nil)
    }

    @Test("an unknown token has no facts")
    func refusesUnknownToken() async throws {
        let store = try await TemporaryStore.peopled()
        let facts = try await store.documents.statusFacts(
            token: ContentHash(of: [1]), document: Sample.id(20))
        #expect(facts == nil)
    }
}
