import TamgaTestKit
import Testing

@testable import Domain

@Suite("Searching documents")
struct SearchTests {
    @Test("needs the permission for the account's documents")
    func permission() async throws {
        let world = StubWorld()
        let actor = Sample.actor(Sample.author, [.personalDocuments])
        let page = try #require(PageNumber(1, rowCount: 10))
        await #expect(throws: Refusal.permissionMissing(.accountDocuments)) {
            try await SearchDocuments(world.ports)(DocumentSearch(), page: page, by: actor)
        }
        await #expect(throws: Refusal.permissionMissing(.accountDocuments)) {
            try await SearchDocuments(world.ports).count(DocumentSearch(), by: actor)
        }
    }

    @Test("pages count from 1, and hold a hundred rows at most")
    func pages() throws {
        let page = try #require(PageNumber(3, rowCount: 1_000))
        #expect(page.rowCount == 100 && page.offset == 200)
        #expect(PageNumber(1, rowCount: 1)?.offset == 0)
    }

    @Test(
        "there are no other pages",
        arguments: [(0, 10), (-1, 10), (1, 0), (1, -1), (Int(Int32.max) + 1, 10)])
    func noPages(number: Int, rowCount: Int) {
        #expect(PageNumber(number, rowCount: rowCount) == nil)
    }

    @Test(
        "the ways to be rejected are told apart, and deleted is no stage",
        arguments: [
            (Stage.readyDraft, DocumentStage.draft), (.halfSigned, .signing),
            (.sealing, .sealing), (.signed, .completed), (.declined, .declined),
            (.revoked, .revoked), (.deletedDraft, nil), (.deletedReleased, nil),
        ] as [(Stage, DocumentStage?)])
    func stages(of stage: Stage, are expected: DocumentStage?) throws {
        #expect(try stage.document.state.stage == expected)
    }

    @Test("an id is the same in its compact spelling")
    func compact() {
        let id: DocumentID = StubRandomness().identifier()
        #expect(id.compact.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(DocumentID(compact: id.compact) == id)
        #expect(DocumentID(compact: id.compact.uppercased()) == id)
    }

    @Test(
        "other texts are no compact ids",
        arguments: [
            "", "677de98166124c6fac9aa5de6e6b8a9", "677de98166124c6fac9aa5de6e6b8a921",
            "677de98166124c6fac9aa5de6e6b8a9g", "677DE981-6612-4C6F-AC9A-A5DE6E6B8A92",
            "677de981-66124c6fac9aa5de6e6b8a9", "가나다라마바사아자차12",
        ])
    func noCompactID(text: String) {
        #expect(DocumentID(compact: text) == nil)
    }
}
