import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Templates")
struct TemplateStoreTests {
    private static let account = Sample.author.account
    private static let page = PageNumber(1, rowCount: 10)

    @Test("a template is kept as it was made")
    func keeps() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.templates.add(.sample())
        #expect(try await store.templates.template(Sample.id(50), in: Self.account) == .sample())
    }

    @Test("the latest version is the template, and the earlier ones stay")
    func addsVersion() async throws {
        let store = try await TemporaryStore.peopled()
        let next = Template.sample(title: "새 계약서", version: 2)
        try await store.templates.add(.sample())
        try await store.templates.add(next)
        #expect(try await store.templates.template(Sample.id(50), in: Self.account) == next)
        #expect(try await store.count("SELECT COUNT(*) FROM template_version") == 2)
    }

    @Test("a version that does not follow the latest is a conflict", arguments: [1, 3])
    func refuses(version: Int) async throws {
        let store = try await TemporaryStore.peopled()
        try await store.templates.add(.sample())
        await #expect(throws: VersionConflict()) {
            try await store.templates.add(.sample(title: "other", version: version))
        }
        #expect(try await store.templates.template(Sample.id(50), in: Self.account) == .sample())
    }

    @Test("a later version of no template is a conflict")
    func refusesOrphan() async throws {
        let store = try await TemporaryStore.peopled()
        await #expect(throws: VersionConflict()) {
            try await store.templates.add(.sample(version: 2))
        }
    }

    @Test("another account has no such template")
    func keepsApart() async throws {
        let (store, page) = (try await TemporaryStore.peopled(), try #require(Self.page))
        try await store.templates.add(.sample())
        let other = Sample.stranger.account
        #expect(try await store.templates.template(Sample.id(50), in: other) == nil)
        #expect(try await store.templates.templates(in: other, page).isEmpty)
    }

    @Test("the newest template comes first, whichever was changed last, and pages follow")
    func ordersNewestFirst() async throws {
        let store = try await TemporaryStore.peopled()
        for number: UInt8 in [50, 51, 52] {
            try await store.templates.add(
                .sample(number, at: now.adding(seconds: Int64(number))))
        }
        try await store.templates.add(.sample(50, title: "b", version: 2))
        let first = try #require(PageNumber(1, rowCount: 2))
        let second = try #require(PageNumber(2, rowCount: 2))
        let newest = try await store.templates.templates(in: Self.account, first)
        let oldest = try await store.templates.templates(in: Self.account, second)
        #expect(newest.map(\.id) == [Sample.id(52), Sample.id(51)])
        #expect(oldest.map(\.title) == ["b"])
        #expect(oldest.map(\.createdAt) == [now.adding(seconds: 50)])
    }
}
