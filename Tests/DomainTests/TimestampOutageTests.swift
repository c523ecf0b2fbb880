import Domain
import TamgaTestKit
import Testing

@Suite("A time-stamp authority that is silent")
struct TimestampOutageTests {
    private let ceremony = Ceremony()
    private var world: StubWorld { ceremony.world }

    @Test("refuses a signature, and nothing has changed")
    func refused() async throws {
        let document = try await ceremony.waiting()
        world.sealer.silence(at: .signing)
        await #expect(throws: Refusal.timestampUnavailable) { try await ceremony.sign(document) }
        #expect(try await ceremony.stored(document.id) == document)
    }

    @Test("does not use the code up")
    func codeStays() async throws {
        let document = try await ceremony.waiting()
        world.sealer.silence(at: .signing)
        try? await ceremony.sign(document)
        world.sealer.silence(at: nil)
        try await ceremony.sign(document)
        #expect(try await ceremony.stored(document.id).recipients[0].turn?.approval != nil)
    }

    @Test("leaves the seal owed, with the reason to be seen")
    func sealOwed() async throws {
        let document = try await ceremony.waiting()
        world.sealer.silence(at: .sealing)
        // The stub's waiting does the work that is owed, which fails here.
        try? await ceremony.sign(document)
        let reason = "no timestamp: it is silent"
        #expect(try await ceremony.stored(document.id).state == .sealing(trouble: reason))
    }

    @Test("is forgotten once it answers: the document is sealed")
    func sealedLater() async throws {
        let document = try await ceremony.waiting()
        world.sealer.silence(at: .sealing)
        try? await ceremony.sign(document)
        world.sealer.silence(at: nil)
        #expect(try await SealDocument(world.ports)(document.id))
        #expect(try await ceremony.stored(document.id).state.status == .signed)
    }
}
