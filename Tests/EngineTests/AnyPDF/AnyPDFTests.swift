import Domain
import Foundation
import TamgaTestKit
import Testing

/// Every real or difficult file at hand is signed so that others confirm it, or refused by name.
///
/// `CORPUS_STRIDE=1` takes every file instead of each sixteenth, `CORPUS_ONLY=TEXT` those whose
/// path holds the text; `CORPUS_TABLE=FILE` has each file's end written there, and
/// `CORPUS_KEEP=FOLDER` the finished files.
@Suite("Any PDF", .enabled(if: Corpus.isAvailable, Corpus.missing))
struct AnyPDFTests {
    private static func setting(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }

    private static let files: [String] = {
        let all = FileManager.default.enumerator(atPath: Corpus.path(""))?.allObjects ?? []
        let only = setting("CORPUS_ONLY")?.split(separator: " ")
        let files = all.compactMap { $0 as? String }.filter { $0.hasSuffix(".pdf") }.sorted()
            .filter { file in only?.contains { file.contains($0) } ?? true }
        let step = max(1, setting("CORPUS_STRIDE").flatMap(Int.init) ?? 16)
        return stride(from: 0, to: files.count, by: step).map { files[$0] }
    }()

    @Test(
        "every file is signed and confirmed by others, or refused with a reason",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"))
    func everyFile() async throws {
        let engines = try Engines()
        let journeys = await travel(engines)
        var table = JourneyTable()
        let opinions = try await opinions(on: journeys, engines)
        for journey in journeys {
            table.note(journey, objections: opinions[journey.file] ?? [])
            try keep(journey)
        }
        print(table)
        if let path = Self.setting("CORPUS_TABLE") {
            try Data(table.details.utf8).write(to: URL(filePath: path))
        }
        #expect(table.count == Self.files.count)
        #expect(table.faults == [])
        #expect(table.objections == [])
    }

    private func keep(_ journey: Journey) throws {
        guard let folder = Self.setting("CORPUS_KEEP"), let arrival = journey.arrival else {
            return
        }
        let name = journey.file.replacing("/", with: "-")
        try Data(contentsOf: URL(filePath: arrival.path)).write(
            to: URL(filePath: "\(folder)/\(name)"))
    }

    /// Two at a time.
    private func travel(_ engines: Engines) async -> [Journey] {
        await withTaskGroup(of: Journey.self) { group in
            var journeys: [Journey] = []
            for (number, file) in Self.files.enumerated() {
                if number >= 2, let journey = await group.next() { journeys.append(journey) }
                group.addTask {
                    await engines.journey(of: file, at: Corpus.path(file), number: number)
                }
            }
            for await journey in group { journeys.append(journey) }
            return journeys
        }
    }

    /// By file. One pyHanko judges them all: its start costs more than a file.
    private func opinions(
        on journeys: [Journey], _ engines: Engines
    ) async throws -> [String: [String]] {
        let arrived = journeys.filter { $0.arrival != nil }
        let paths = arrived.compactMap { $0.arrival?.path }
        let now = try await PyHankoJudge.answers(on: paths, trusting: [engines.root()])
        let earlier = try await PyHankoJudge.answers(
            on: arrived.map { Corpus.path($0.file) }, trusting: [])
        var opinions: [String: [String]] = [:]
        for (index, journey) in arrived.enumerated() {
            guard let arrival = journey.arrival else { continue }
            let outside = OutsideOpinions(before: Corpus.path(journey.file), arrival: arrival)
            opinions[journey.file] =
                try await outside.objections()
                + outside.objections(ofPyHanko: now[index], earlier: earlier[index])
        }
        return opinions
    }
}
