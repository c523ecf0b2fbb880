import Domain
import TamgaTestKit
import Testing

/// What comes of a signature while which the document goes on without it.
@Suite("A signature that is overtaken")
struct OvertakenTests {
    private struct NoOpenField: Error {}

    private let ceremony = Ceremony()

    @Test("by the same signer's other one is refused as signed already")
    func byTheSame() async throws {
        let document = try await ceremony.waiting(for: [Sample.anna, Sample.boris])
        overtake { try await ceremony.sign(document) }
        await #expect(throws: Refusal.alreadySigned) { try await ceremony.sign(document) }
        #expect(try await approvals(document) == 1)
    }

    @Test("by what does not concern it is made all the same")
    func byAnother() async throws {
        let document = try await ceremony.waiting(for: [Sample.anna, Sample.boris])
        overtake {
            let visit = ceremony.link(document.recipients[0], of: document)
            _ = try await RecordOpening(ceremony.world.ports)(visit)
        }
        try await ceremony.sign(document)
        #expect(try await approvals(document) == 1)
    }

    @Test("by nothing at all shows the engine's own failure")
    func byNothing() async throws {
        let document = try await ceremony.waiting()
        ceremony.world.sealer.interrupt { throw NoOpenField() }
        await #expect(throws: NoOpenField.self) { try await ceremony.sign(document) }
    }

    /// The engine finds the file changed beneath it.
    private func overtake(by event: @escaping @Sendable () async throws -> Void) {
        ceremony.world.sealer.interrupt {
            try await event()
            throw NoOpenField()
        }
    }

    private func approvals(_ document: Document) async throws -> Int {
        try await ceremony.stored(document.id).recipients.count { $0.turn?.approval != nil }
    }
}
