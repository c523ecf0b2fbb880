import TamgaTestKit
import Testing

@testable import Domain

@Suite("Reading a document's history")
struct ReadAuditTrailTests {
    private let world = StubWorld()
    private static let author = Sample.actor(Sample.author)

    /// A document that was sent.
    private func document() async throws -> Document {
        let recipient = NewRecipient(
            name: Sample.anna.name, contact: .email(Sample.anna.email), number: nil,
            role: .signer(.simple), access: .code, requiresVerification: false)
        let draft = try await CreateDocument(world.ports)(
            NewDocument(
                clientID: nil, name: "Договор", isSequential: false, language: .russian,
                recipients: [recipient]), by: Self.author)
        let blob = try await world.archive.store([1, 2, 3])
        _ = try await UploadFiles(world.ports)(
            [NewFile(name: "a.pdf", blob: blob)], to: draft.id, by: Self.author)
        try await world.work()
        return try #require(try await world.store.document(draft.id))
    }

    @Test("it is certified whole, in order, whoever of the parties asks")
    func whole() async throws {
        let document = try await document()
        let trail = try await world.store.auditTrail(of: document.id)
        let file = try await ReadAuditTrail(world.ports)(document.id, by: Self.author)
        #expect(file.name == "Договор")
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("\(trail.map(\.kind))"))
        #expect(
            try await ReadAuditTrail(world.ports)(document.id, by: Sample.actor(Sample.anna))
                == file)
    }

    @Test("strangers do not learn of it")
    func foreign() async throws {
        let document = try await document()
        await #expect(throws: Refusal.documentNotFound) {
            try await ReadAuditTrail(world.ports)(document.id, by: Sample.actor(Sample.stranger))
        }
    }

    @Test("of a deleted document there is none")
    func deleted() async throws {
        let document = try await document()
        _ = try await ActOnDocument(world.ports)(.deleteReleased, on: document.id, by: Self.author)
        await #expect(throws: Refusal.documentNotFound) {
            try await ReadAuditTrail(world.ports)(document.id, by: Self.author)
        }
    }

    @Test("rows that came after the state belong to another")
    func later() async throws {
        let document = try await document()
        let trail = try await world.store.auditTrail(of: document.id)
        let (next, _) = AuditRow.append(
            AuditEvent(.revoked, by: .system), to: document.audit, document: document.id, at: now)
        #expect(try document.known(of: trail + [next]) == trail)
    }

    static let damages: [(String, @Sendable ([AuditRow]) -> [AuditRow])] = [
        ("a row is missing", { Array($0.dropFirst()) }),
        ("the last row is missing", { Array($0.dropLast()) }),
        ("two rows changed places", { [$0[1], $0[0]] + $0.dropFirst(2) }),
        ("a body was changed", { $0.changing { $0.body.replacing("Договор", with: "Другой") } }),
        ("a kind was changed", { $0.changing(kind: .revoked) { $0.body } }),
        ("a time was changed", { $0.changing(seconds: 1) { $0.body } }),
    ]

    @Test("a trail that is not what was written is a fault", arguments: damages.indices)
    func broken(index: Int) async throws {
        let document = try await document()
        let trail = Self.damages[index].1(try await world.store.auditTrail(of: document.id))
        #expect(throws: BrokenTrail.self, "\(Self.damages[index].0)") {
            try document.known(of: trail)
        }
    }
}

extension [AuditRow] {
    /// The first row with another kind, time or body; its hash stays.
    fileprivate func changing(
        kind: AuditEvent.Kind? = nil, seconds: Int64 = 0, body: (AuditRow) -> String
    ) -> [AuditRow] {
        let row = self[0]
        let changed = AuditRow(
            sequence: row.sequence, at: row.at.adding(seconds: seconds), kind: kind ?? row.kind,
            body: body(row), hash: row.hash)
        return [changed] + dropFirst()
    }
}
