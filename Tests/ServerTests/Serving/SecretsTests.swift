import Delivery
import Domain
import Foundation
import Letters
import TamgaTestKit
import Testing

/// What only the addressee may know, after one document was carried through.
@Suite("Secrets")
struct SecretsTests {
    private struct Evidence {
        let token: String
        let links: [String]
        let codes: [String]
        let log: Data
        /// The database with its write-ahead log, while the server runs.
        let database: Data
    }

    private static let evidence = Task {
        let server = try ServerProcess()
        let people = try await Correspondent(server, upload: SamplePDF.plain().bytes())
        try await server.start()
        let errand = try await people.carryOut("secret")
        _ = try await people.download(errand)
        // Refusals and unknown links are worth a log line to some.
        _ = try await people.browser.send("GET", errand.pages[0] + "0")
        _ = try await people.browser.send("POST", errand.pages[0] + "/sign", ["-d", "code=1"])
        return try await Evidence(
            token: people.token.text,
            links: errand.pages.map { String($0.dropFirst("/sign/".count)) },
            codes: errand.signers.flatMap { try people.letters(to: $0).compactMap(\.code) },
            log: Data(server.log), database: database(in: server.dataFolder))
    }

    private static func database(in folder: String) throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasPrefix("tamga.sqlite") }.sorted()
            .reduce(into: Data()) { bytes, name in
                bytes += try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
            }
    }

    @Test("the token is in no log line and not in the database")
    func token() async throws {
        let evidence = try await Self.evidence.value
        #expect(!evidence.log.contains(evidence.token))
        #expect(!evidence.database.contains(evidence.token))
    }

    @Test("link codes are in no log line and not in the database")
    func links() async throws {
        let evidence = try await Self.evidence.value
        #expect(evidence.links.count == 2)
        #expect(evidence.links.filter { evidence.log.contains($0) } == [])
        #expect(evidence.links.filter { evidence.database.contains($0) } == [])
    }

    /// Six digits may stand somewhere by chance; all of them do only if they are kept.
    @Test("one-time codes are in no log line and not in the database")
    func codes() async throws {
        let evidence = try await Self.evidence.value
        #expect(evidence.codes.count == 2)
        #expect(!evidence.codes.allSatisfy { evidence.log.contains($0) })
        #expect(!evidence.codes.allSatisfy { evidence.database.contains($0) })
    }

    @Test("the search finds what is kept: an address")
    func control() async throws {
        let evidence = try await Self.evidence.value
        #expect(evidence.database.contains("ivan-secret@example.com"))
    }
}

extension Data {
    fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
