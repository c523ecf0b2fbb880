import TamgaTestKit
import Testing

@testable import Domain

@Suite("Rounds")
struct RoundTests {
    @Test("a parallel round notifies everybody when it is sent")
    func parallel() throws {
        #expect(try Stage.sent().recipients.allSatisfy { $0.turn?.isOpen == true })
    }

    @Test("a sequential round notifies the first step only")
    func sequential() throws {
        let document = try Stage.sent(isSequential: true)
        #expect(document.recipients.map { $0.turn?.isReached } == [true, false])
    }

    @Test("the second step cannot sign before the first")
    func turn() throws {
        let document = try Stage.sent(isSequential: true)
        #expect(throws: Refusal.turnNotReached) { try document.signed(by: 1) }
    }

    @Test("the second step is told of its turn when the first has signed")
    func next() throws {
        let change = try Stage.sent(isSequential: true).signingChange(by: 0)
        #expect(change.after.recipients[1].turn?.isOpen == true)
        #expect(change.noticeKinds.contains { if case .yourTurn = $0 { true } else { false } })
    }

    @Test("the last signature owes the seal")
    func seal() throws {
        let change = try Stage.sent().signed(by: 0).signingChange(by: 1)
        #expect(change.after.state == .sealing(trouble: nil))
        #expect(change.work.contains(.seal(change.after.id)))
    }

    @Test("a second signature by the same person is refused")
    func twice() throws {
        #expect(throws: Refusal.alreadySigned) { try Stage.sent().signed(by: 0).signed(by: 0) }
    }

    @Test("opening is noted once")
    func opening() throws {
        let document = try Stage.sent()
        let opened = try #require(try document.opening(by: Sample.id(31), at: now)).after
        #expect(opened.recipients[0].turn?.progress == .opened(at: now))
        #expect(try opened.opening(by: Sample.id(31), at: now) == nil)
    }

    @Test("editing after a rejection begins the next round with new links and no turns")
    func editing() throws {
        let before = try Stage.declined.document
        let after = try before.acted(.editRejected)
        #expect(after.round == 2 && after.recipients.allSatisfy { $0.turn == nil })
        #expect(after.recipients.map(\.link.hash) != before.recipients.map(\.link.hash))
        #expect(after.files == before.files)
    }

    @Test("sending changes no link, so that a link known before opens after")
    func stableLinks() throws {
        #expect(try Stage.sent().recipients.map(\.link) == Stage.draft().recipients.map(\.link))
    }

    @Test(
        "orders follow the contract",
        arguments: [
            (true, [nil, nil, nil], [1, 2, 3], [1, 2, 3]),
            (true, [5, 5, 5], [1, 2, 3], [1, 2, 3]),
            (true, [3, 1, 3], [3, 1, 3], [2, 1, 2]),
            (true, [nil, 1, 2], [0, 1, 2], [1, 2, 3]),
            (false, [nil, 7, nil], [1, 7, 3], [1, 1, 1]),
        ] as [(Bool, [Int?], [Int], [Int])])
    func order(isSequential: Bool, given: [Int?], numbers: [Int], steps: [Int]) {
        let order = SigningOrder.arrange(given, isSequential: isSequential)
        #expect(order.map(\.number) == numbers)
        #expect(order.map(\.step) == steps)
    }

    @Test("a signed upload among others is an error of that file")
    func signedAmongOthers() throws {
        let signed = FileFacts(pageCount: 1, signatureCount: 1, isClean: true, contents: [])
        let file = NewFile(name: "a.pdf", blob: Sample.blob)
        let document = try Stage.draft().receiving(
            [file, file], ids: [Sample.id(40), Sample.id(41)], by: Sample.author, at: now
        ).after.inspected(
            [Sample.id(40): .readable(signed), Sample.id(41): .readable(Sample.facts)], at: now
        ).after
        #expect(document.files[0].status == .error(.signedAmongOthers))
        #expect(!document.isReadyToSend)
    }

    @Test("replaced files follow the current ones and keep their page count")
    func replaced() throws {
        let document = try Stage.ready().receiving(
            [NewFile(name: "b.pdf", blob: Sample.blob)], ids: [Sample.id(41)], by: Sample.author,
            at: now
        ).after
        #expect(document.files.map(\.number) == [1, 1])
        #expect(document.files[1].status == .deleted(pageCount: 2))
    }
}

extension Change {
    var noticeKinds: [Notice.Kind] {
        work.compactMap { if case .mail(let notice) = $0 { notice.kind } else { nil } }
    }
}
