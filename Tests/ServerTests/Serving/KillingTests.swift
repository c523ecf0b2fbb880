import Domain
import TamgaTestKit
import Testing

@Suite("A server killed at any moment", .serialized)
struct KillingTests {
    private static let killCount = 6

    @Test("nothing acknowledged is lost, and every document completes", .timeLimit(.minutes(2)))
    func kills() async throws {
        let upload = SamplePDF.plain(pages: 2).bytes()
        let server = try ServerProcess()
        let people = try await Correspondent(server, upload: upload)
        try await server.start()
        let killer = Task { try await Self.kill(server) }
        var errands: [Errand] = []
        repeat {
            errands.append(try await people.carryOut("n\(errands.count)"))
        } while await server.startCount <= Self.killCount
        try await killer.value
        for errand in errands { try await expectWhole(errand, upload, people) }
    }

    @Test("a first start that was killed can be repeated")
    func firstStart() async throws {
        let server = try ServerProcess()
        for milliseconds in [20, 60, 100, 140, 180, 220] {
            try await server.launch()
            try await Task.sleep(for: .milliseconds(milliseconds))
            try await server.kill()
        }
        try await server.start()
        #expect(await server.startCount == 1)
    }

    private static func kill(_ server: ServerProcess) async throws {
        for _ in 0..<killCount {
            try await Task.sleep(for: .milliseconds(.random(in: 50...1_500)))
            try await server.kill()
            try await server.start()
        }
    }

    private func expectWhole(
        _ errand: Errand, _ upload: [UInt8], _ people: Correspondent
    ) async throws {
        let file = try await people.download(errand)
        #expect(file.bytes.starts(with: upload))
        for page in errand.pages {
            #expect(try await people.state(of: page) == "signed")
            let original = try await people.browser.send("GET", "\(page)/files/1")
            #expect(original.map { ContentHash(of: $0.body) } == ContentHash(of: upload))
        }
        #expect(try await file.pdfsig().ranges(of: "Signature is Valid").count == 3)
        guard PyHankoJudge.isAvailable else { return }
        let verdicts = try await file.pyHanko()
        #expect(verdicts.count == 4)
        #expect(verdicts.filter { !$0.isGood } == [])
    }
}
