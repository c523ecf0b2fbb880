import Domain
import FoundationEssentials
public import HTTPTestKit
import HTTPTypes
public import TamgaTestKit
import Testing

/// Plays a transcript against a face, and compares.
public struct TranscriptPlayer {
    private let world: StubWorld
    private let client: RouterClient
    private var known: [String: String] = [:]
    /// What browsers keep, by the links' codes.
    private var passes: [String: String] = [:]

    /// `client` asks a router over the ports of this world.
    public init(_ world: StubWorld, _ client: RouterClient) {
        self.world = world
        self.client = client
    }

    static let people = [
        "author": Sample.author, "colleague": Sample.colleague, "stranger": Sample.stranger,
        "anna": Sample.anna, "boris": Sample.boris,
    ]

    public mutating func play(_ transcript: Transcript) async throws {
        for (name, user) in Self.people { known[name] = try await world.token(of: user).text }
        for step in transcript.steps {
            switch step {
            case .event(let words): try await happen(words)
            case .exchange(let exchange): try await play(exchange, in: transcript.name)
            }
        }
    }

    private mutating func play(_ exchange: Transcript.Exchange, in name: String) async throws {
        let reply = try await ask(exchange)
        let place = Comment(rawValue: "\(name).txt:\(exchange.line)\n\(reply.text)")
        #expect(reply.status.code == exchange.status, place)
        for field in exchange.expectedFields {
            let actual = HTTPField.Name(field.name).flatMap { reply.headers[$0] }
            #expect(actual != nil, place)
            #expect(
                remember(field.value, actual ?? ""), "\(name).txt:\(exchange.line) \(actual ?? "")")
        }
        if let expected = exchange.expectedBody { #expect(remember(expected, reply.text), place) }
    }

    private mutating func remember(_ pattern: String, _ text: String) -> Bool {
        guard let found = Pattern(pattern, known: known).match(text) else { return false }
        known.merge(found) { $1 }
        return true
    }

    private func ask(_ exchange: Transcript.Exchange) async throws -> Reply {
        var fields = HTTPFields()
        for field in exchange.fields {
            guard let name = HTTPField.Name(field.name) else { continue }
            fields[name] = Pattern.filled(field.value, known)
        }
        var body = Pattern.filled(exchange.body, known)
        if fields[.contentType]?.hasPrefix("multipart/") == true {
            body = body.replacing("\n", with: "\r\n")
        }
        return try await client.ask(
            HTTPRequest.Method(exchange.method) ?? .get, Pattern.filled(exchange.target, known),
            fields, body: body)
    }
}

extension TranscriptPlayer {
    /// What happens beside the wire; each line of a transcript that begins with `***`.
    private mutating func happen(_ words: [String]) async throws {
        switch (words[0], words.dropFirst().map { Pattern.filled($0, known) }) {
        case ("advance", let arguments): world.clock.advance(seconds: Int64(arguments[0]) ?? 0)
        case ("work", _): try await world.work()
        case ("mails", let arguments):
            #expect(await world.store.mails.count == Int(arguments[0]))
        case ("code", _): known["code"] = await world.lastCode()
        case ("token", let arguments): try await issueToken(arguments)
        case ("sign", let arguments): try await sign(arguments)
        case ("decline", let arguments):
            _ = try await DeclineDocument(world.ports)(link(arguments), reason: "Нет")
        case ("open", let arguments):
            _ = try await RecordOpening(world.ports)(link(arguments))
        case ("guid", let arguments):
            known[arguments[2]] = DocumentID(compact: arguments[0])?.description
        case ("approve", let arguments):
            _ = try await ApproveDocument(world.ports)(arguments[0])
        case ("unlock", let arguments): try await unlock(arguments)
        case ("review", let arguments):
            _ = try await ReviewDocument(world.ports)(link(arguments))
        case ("client", let arguments): try await issueClient(arguments)
        case ("template", let arguments): try await addTemplate(arguments)
        case ("compact", let arguments):
            known[arguments[2]] = DocumentID(arguments[0])?.compact
        case ("unreadable", _): world.workshop.find(.unusable(.passwordRequired))
        case ("break", _): try await world.breakStores()
        default: Issue.record("unknown event \(words)")
        }
    }

    /// `token anna signDocuments,issueSignature as limited`
    private mutating func issueToken(_ arguments: [String]) async throws {
        guard let user = Self.people[arguments[0]] else { return }
        let permissions = arguments[1].split(separator: ",").compactMap {
            Permission(rawValue: String($0))
        }
        known[arguments[3]] = try await world.token(of: user, Set(permissions)).text
    }

    /// `client author as crm`: `{crm}` is what follows `Basic`, `{crmid}` the id alone.
    private mutating func issueClient(_ arguments: [String]) async throws {
        guard let user = Self.people[arguments[0]] else { return }
        let (id, secret) = try await ManageAccounts(world.ports).issueClient(for: user)
        let pair = Data("\(id.compact):\(secret.text)".utf8)
        known[arguments[2]] = pair.base64EncodedString()
        known[arguments[2] + "id"] = id.compact
    }

    /// `template lease as t`
    private mutating func addTemplate(_ arguments: [String]) async throws {
        known[arguments[2]] = try await world.addTemplate(arguments[0]).id.compact
    }

    /// `unlock anna {doc} contact`, `unlock anna {doc} password 1234`
    private mutating func unlock(_ arguments: [String]) async throws {
        let user = try #require(Self.people[arguments[0]])
        let answer: AccessAnswer =
            arguments[2] == "password" ? .password(arguments[3]) : .contact(user.email.text)
        let visit = try await link(arguments)
        passes[visit.code] = try await UnlockLink(world.ports)(answer, visit).pass
    }

    /// `sign anna {doc}`: on the page, with a code from the mail.
    private func sign(_ arguments: [String]) async throws {
        let link = try await link(arguments)
        let asksForCode = link.pass == nil
        if asksForCode { _ = try await RequestSigningCode(world.ports)(link) }
        try await world.work()
        _ = try await SignOnPage(world.ports)(
            SignOnPage.Command(
                visit: link, code: asksForCode ? try #require(await world.lastCode()) : "",
                consentVersion: "1", values: Self.values(arguments.dropFirst(2)),
                origin: .unknown))
    }

    /// `city=서울 agree=true`: by the fields' ids.
    private static func values(_ words: some Sequence<String>) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            values[parts[0]] = Bool(parts[1]).map(FieldValue.tick) ?? .text(parts[1])
        }
        return values
    }

    private func link(_ arguments: [String]) async throws -> LinkVisit {
        let id = try #require(DocumentID(arguments[1]))
        let user = try #require(Self.people[arguments[0]])
        let document = try #require(try await world.ports.documents.document(id))
        let recipient = try #require(document.recipients.first { $0.email == user.email })
        let code = Sample.links.code(
            document: id, party: .recipient(recipient.id), round: document.round,
            generation: recipient.link.generation)
        return LinkVisit(code: code, pass: passes[code])
    }
}
