import TamgaTestKit
import Testing

@testable import Domain

@Suite("Stamps of companies")
struct StampStoreTests {
    private let stamp = Blob(hash: ContentHash(of: [7]), byteCount: 7)

    @Test("an account has one stamp at most")
    func one() async throws {
        let store = try await TemporaryStore.peopled()
        let account = Sample.author.account
        #expect(try await store.accounts.stamp(of: account) == nil)
        try await store.accounts.keep(Sample.blob, asStampOf: account)
        try await store.accounts.keep(stamp, asStampOf: account)
        #expect(try await store.accounts.stamp(of: account) == stamp)
        try await store.accounts.keep(nil, asStampOf: account)
        #expect(try await store.accounts.stamp(of: account) == nil)
    }

    @Test("users of the account have it, by their address in either case, and nobody else")
    func users() async throws {
        let store = try await TemporaryStore.peopled()
        let account = Sample.author.account
        try await store.accounts.keep(stamp, asStampOf: account)
        let shouting = try #require(EmailAddress(Sample.author.email.text.uppercased()))
        let found = try await store.accounts.stamp(of: account, for: shouting)
        let own = Account(id: account, name: "account \(account)")
        #expect(found == CompanyStamp(account: own, picture: stamp))
        #expect(try await store.accounts.stamp(of: account, for: Sample.boris.email) == nil)
    }
}
