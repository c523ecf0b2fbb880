import TamgaTestKit
import Testing

@testable import Domain

@Suite("The certificate of a document's history")
struct AuditTrailTests {
    private let engines: Engines

    init() throws { engines = try Engines() }

    private func finished(in language: Language = .russian) async throws -> Document {
        try await engines.finish(
            engines.send([SamplePDF.plain().bytes()], language: language))
    }

    /// The same document after these events more.
    private func adding(_ events: [AuditEvent], to document: Document) async throws -> Document {
        var change = Change(document)
        for event in events { change.record(event, at: engines.now) }
        try await engines.store.commit(change)
        return change.after
    }

    private func certificate(of document: Document) async throws -> String {
        let file = try await ReadAuditTrail(engines.ports)(document.id, by: Engines.author)
        return try engines.folder.write(file.bytes, as: "trail.pdf")
    }

    private func text(of document: Document) async throws -> String {
        let path = try await certificate(of: document)
        return try await OutsideTool.run("pdftotext", ["-layout", path, "-"]).output
    }

    @Test(
        "it tells every event and every hash, in every language", arguments: Language.allCases)
    func told(language: Language) async throws {
        let document = try await finished(in: language)
        let text = try await text(of: document)
        let trail = try await engines.store.auditTrail(of: document.id)
        #expect(trail.count > 7)
        for row in trail {
            #expect(text.contains("\n\(row.sequence). "), "\(row.sequence)")
            let facts = try row.entry().facts
            for name in ["sha256", "base", "certificate", "thumbprint"] {
                #expect(facts[name].map(text.contains) ?? true, "\(row.kind) \(name)")
            }
        }
        #expect(text.contains("\(document.audit.head)"))
        #expect(text.contains("\(document.id)"))
        guard case .signed(let seal) = document.state else { throw StubFault("not signed") }
        #expect(text.contains("\(seal.hash)"))
    }

    @Test("it names the parties and what became of each")
    func parties() async throws {
        let document = try await finished(in: .english)
        let text = try await text(of: document)
        for recipient in document.recipients {
            let approval = try #require(recipient.turn?.approval)
            for part in [recipient.name.full, recipient.contact.text, approval.certificate.serial] {
                #expect(text.contains(part))
            }
        }
        #expect(text.contains("simple electronic signature"))
    }

    @Test(
        "pyHanko finds it whole, trusted and closed to changes",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"))
    func judged() async throws {
        let verdicts = try await PyHankoJudge.verdicts(
            on: certificate(of: finished()), trusting: [engines.root()])
        #expect(verdicts.map(\.coverage) == ["ENTIRE_FILE"])
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test("qpdf and pdfsig find nothing wrong with it")
    func sound() async throws {
        let path = try await certificate(of: finished())
        #expect(try await OutsideTool.run("qpdf", ["--check", path]).succeeded)
        let signatures = try await OutsideTool.run("pdfsig", ["-nocert", path]).output
        #expect(signatures.contains("Signature is Valid."))
        #expect(signatures.contains("Total document signed"))
    }

    @Test("a thousand events flow over many pages, and none is lost", .timeLimit(.minutes(5)))
    func long() async throws {
        let draft = try await engines.send([SamplePDF.plain().bytes()])
        let events = (1...1_000).map { number in
            AuditEvent(
                .declined, by: .user(draft.author.user, draft.author.email),
                ["reason": "reason-\(number)-end", "address": "203.0.113.\(number % 250)"])
        }
        let document = try await adding(events, to: draft)
        let path = try await certificate(of: document)
        let text = try await OutsideTool.run("pdftotext", ["-layout", path, "-"]).output
        let lost = (1...1_000).filter { !text.contains("reason-\($0)-end") }
        #expect(lost == [])
        #expect(text.contains("203.0.113.249"))
        #expect(text.count { $0 == "\u{0C}" } > 20)
        #expect(try await OutsideTool.run("qpdf", ["--check", path]).succeeded)
    }

    @Test("every kind of event can be told, with the facts that it may have")
    func kinds() async throws {
        let draft = try await engines.send([SamplePDF.plain().bytes()], language: .korean)
        let document = try await adding(
            AuditEvent.Kind.allCases.map { kind in
                AuditEvent(kind, by: .system, ["address": "kind-\(kind.rawValue)"])
            }, to: draft)
        let text = try await text(of: document)
        for kind in AuditEvent.Kind.allCases {
            #expect(text.contains("kind-\(kind.rawValue)"))
        }
    }

    @Test("a character that no font has is told by its number")
    func undrawable() async throws {
        let sent = try await engines.send([SamplePDF.plain().bytes()])
        let document = try await adding(
            [AuditEvent(.declined, by: .system, ["reason": "no \u{10FFFD}\u{7} thanks"])], to: sent)
        #expect(try await text(of: document).contains("no [U+10FFFD][U+0007] thanks"))
    }

    @Test("a document that was never sent has a history too")
    func draft() async throws {
        let draft = try await CreateDocument(engines.ports)(
            NewDocument(
                clientID: nil, name: "Draft", isSequential: false, language: .english,
                recipients: Engines.recipients(1)), by: Engines.author)
        #expect(try await text(of: draft).contains("\n1. Created by"))
    }
}
