import Domain
import Foundation
import TamgaTestKit
import Testing

/// How many documents a campaign has; `CAMPAIGN_DOCUMENTS=200 ./test --filter CampaignTests`.
private let documentCount =
    Int(
        ProcessInfo.processInfo.environment["CAMPAIGN_DOCUMENTS"] ?? "") ?? 0

@Suite(
    "A campaign under a server that is killed again and again",
    .enabled(if: documentCount > 0 && PyHankoJudge.isAvailable, "CAMPAIGN_DOCUMENTS is not set"))
struct CampaignTests {
    /// Every tenth document has twenty signers.
    private static let signerCounts = [2, 3, 1, 4, 2, 5, 2, 3, 2, 20]
    private static let documentsAtOnce = 4

    @Test("every document ends signed at B-LTA, and nothing acknowledged is lost")
    func campaign() async throws {
        let server = try ServerProcess()
        let people = try await Correspondent(
            server, upload: SamplePDF.plain(pages: 2).bytes())
        try await server.start()
        let killer = Task { try await Self.killForEver(server) }
        let errands = try await carryOut(people)
        killer.cancel()
        _ = await killer.result
        // It may have been stopped amid a start.
        try await server.kill()
        try await server.start()
        try await expectSealed(errands, people)
    }

    private static func killForEver(_ server: ServerProcess) async throws {
        while !Task.isCancelled {
            try await Task.sleep(for: .milliseconds(.random(in: 500...6_000)))
            try await server.kill()
            try await server.start()
        }
    }

    /// A few at a time, the signers of each at the same instant.
    private func carryOut(_ people: Correspondent) async throws -> [Errand] {
        try await withThrowingTaskGroup(of: Errand.self) { group in
            var errands: [Errand] = []
            for number in 0..<documentCount {
                if number >= Self.documentsAtOnce, let errand = try await group.next() {
                    errands.append(errand)
                }
                group.addTask {
                    let count = Self.signerCounts[number % Self.signerCounts.count]
                    return try await people.carryOutAtOnce("c\(number)", signerCount: count)
                }
            }
            for try await errand in group { errands.append(errand) }
            return errands
        }
    }

    private func expectSealed(_ errands: [Errand], _ people: Correspondent) async throws {
        for errand in errands {
            let file = try await people.download(errand)
            let verdicts = try await file.pyHanko()
            #expect(verdicts.count == errand.signers.count + 2, "\(errand.id)")
            #expect(verdicts.filter { !$0.isGood } == [], "\(errand.id)")
            let report = try await OutsideTool.run(
                BuiltTamga.path,
                ["verify", file.path, "--trust", file.folder.file("root.der"), "--json"])
            #expect(report.succeeded, "\(errand.id): \(report.errors)")
            let levels = report.output.matches(of: /"level" ?: ?"([^"]+)"/).map { $0.1 }
            #expect(levels.count == errand.signers.count + 1)
            #expect(levels.allSatisfy { $0 == "B-LTA" }, "\(errand.id)")
        }
    }
}
