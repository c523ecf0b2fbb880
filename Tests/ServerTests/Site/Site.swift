import Delivery
import Domain
import Foundation
import TamgaTestKit

@testable import Server

/// A whole server but for HTTP, on a data directory of its own: real store, archive, child
/// processes, keys, workers and mail spool.
final class Site: Sendable {
    let folder: TemporaryFolder
    let place: Workplace
    /// An administrator, who creates and revokes documents.
    let author: Actor
    private let workers: Task<Void, any Error>

    var ports: Ports { place.ports }

    init() async throws {
        folder = try TemporaryFolder()
        let place = try await Workplace.open(
            Self.settings(folder.file("data")), program: BuiltTamga.path)
        self.place = place
        author = try await Self.author(at: place)
        workers = Task { try await place.workers.run() }
    }

    deinit { workers.cancel() }

    /// P-256 throughout: making RSA keys takes seconds in a debug build.
    static func settings(_ dataFolder: String) throws -> Settings {
        try Settings(
            flags: [.dataFolder: dataFolder, .aesKey: "p-256", .workers: "3"], environment: [:])
    }

    static func author(at place: Workplace) async throws -> Actor {
        let user = try await ManageAccounts(place.ports).add(
            ManageAccounts.NewUser(
                email: Sample.email("author@example.org"),
                name: PersonName(lastName: "Петров", firstName: "Пётр"), account: "Ромашка",
                role: .admin, isVerified: true, language: nil, password: nil))
        return Actor(user: user, permissions: Set(Permission.allCases), agent: "tests")
    }

    /// The document as soon as `isDone`.
    func wait(for id: DocumentID, until isDone: (Document) -> Bool) async throws -> Document {
        for _ in 0..<600 {
            let document = try await document(id)
            if isDone(document) { return document }
            try await Task.sleep(for: .milliseconds(50))
        }
        let document = try await document(id)
        throw OutsideTool.Failure("still \(document.state), files \(document.files.map(\.status))")
    }

    func document(_ id: DocumentID) async throws -> Document {
        guard let document = try await ports.documents.document(id) else {
            throw Refusal.documentNotFound
        }
        return document
    }
}

/// The program itself, built beside the tests.
enum BuiltTamga {
    static var path: String {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests ?? "").deletingLastPathComponent()
            .appending(path: "tamga").path
    }
}
