import Domain
import TamgaTestKit
import Testing

@Suite("A context is a cache")
struct LostContextTests {
    private let engines: Engines

    init() throws { engines = try Engines() }

    @Test(
        "a context that is gone or unreadable is rebuilt and the next signature is good",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: [nil, Array(#"{"format":0}"#.utf8), [0xFF, 0x00]] as [[UInt8]?])
    func rebuilt(stored: [UInt8]?) async throws {
        let document = try await engines.send([SamplePDF.plain().bytes()])
        try await engines.sign(document, document.recipients[0])
        await engines.store.replaceContext(of: document.id, by: stored)
        try await engines.sign(document, document.recipients[1])
        _ = try await SealDocument(engines.ports)(document.id)
        let download = try await DownloadDocument(engines.ports).signed(
            document.id, by: Engines.author)
        let verdicts = try await PyHankoJudge.verdicts(
            on: engines.save(download), trusting: [engines.root()])
        #expect(verdicts.count == 4)
        #expect(verdicts.filter { !$0.isGood } == [])
    }
}
