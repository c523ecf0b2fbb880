import SQLText
import TamgaTestKit
import Testing

@testable import Domain
@testable import Store

@Suite("How documents are searched for")
struct SearchPlanTests {
    @Test(
        "a page walks the index that is in its order",
        arguments: [
            (DocumentSearch(), "document_living"),
            (DocumentSearch(title: "a"), "document_living"),
            (DocumentSearch(createdFrom: now, createdTo: now), "document_living"),
            (DocumentSearch(stages: [.expired]), "document_by_stage"),
            (DocumentSearch(title: "a", stages: [.signing, .sealing]), "document_by_stage"),
            (DocumentSearch(clientID: "a"), "document_by_client_id"),
            (DocumentSearch(clientID: "a", stages: [.draft]), "document_by_client_id"),
        ])
    func walks(search: DocumentSearch, index: String) async throws {
        let plan = try await Self.plan(of: search.page(in: Sample.id(1), offset: 0, limit: 10))
        let branches = search.clientID == nil ? search.stages?.count ?? 1 : 1
        #expect(plan.count { $0.hasPrefix("SEARCH d USING") && $0.contains(index) } == branches)
        #expect(!plan.contains { $0.hasPrefix("SCAN d ") || $0 == "SCAN d" })
    }

    @Test("names of signers are read from an index alone")
    func readsNames() async throws {
        let search = DocumentSearch(signerName: "a")
        let plan = try await Self.plan(of: search.page(in: Sample.id(1), offset: 0, limit: 10))
        #expect(plan.contains { $0.contains("COVERING INDEX recipient_by_name") })
    }

    @Test(
        "whole days and stages are counted without looking at a document",
        arguments: [
            DocumentSearch(), DocumentSearch(stages: [.draft, .signing]),
            DocumentSearch(stages: []),
            DocumentSearch(createdFrom: SeoulDay(now).start),
            DocumentSearch(stages: [.expired], createdTo: SeoulDay(now).end),
        ])
    func countsByTally(search: DocumentSearch) {
        #expect(!search.count(in: Sample.id(1)).text.contains("FROM document d"))
    }

    @Test("parts of days are counted as they are")
    func countsPartsOfDays() async throws {
        let store = try await TemporaryStore.peopled()
        for number: UInt8 in 20..<23 {
            try await store.tell(Story(number, at: now.adding(seconds: Int64(number))))
        }
        let search = DocumentSearch(
            createdFrom: now.adding(seconds: 20), createdTo: now.adding(seconds: 21))
        #expect(try await store.documents.count(search, in: Sample.author.account) == 2)
    }

    private static func plan(of statement: SQL) async throws -> [String] {
        let store = try await TemporaryStore.empty()
        return try await store.database.read { connection in
            try connection.rows(of: "EXPLAIN QUERY PLAN \(statement)").map {
                try $0.value("detail")
            }
        }
    }
}
