import Foundation
import HTTPCommon
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import TamgaTestKit

@testable import Domain
@testable import Pages

/// What a browser does with our pages: keeps cookies, follows nothing by itself, fills forms.
actor Browser {
    private let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers, nil)
    }

    /// Sends a form with the token of the page that was last seen.
    func post(
        _ path: String, _ fields: [String: String] = [:], token: String? = nil,
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        var fields = fields
        if let token = token ?? lastToken { fields["token"] = token }
        let body = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers, body.joined(separator: "&"))
    }

    /// Sends a file, as a form with one file field does.
    func upload(
        _ path: String, _ content: String, named name: String = "contract.pdf",
        field: String = "file", _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=x"
        let start = "--x\r\nContent-Disposition: form-data; name="
        let token = "\(start)\"token\"\r\n\r\n\(lastToken ?? "")\r\n"
        let file = "\(start)\"\(field)\"; filename=\"\(name)\"\r\n\r\n\(content)\r\n"
        return try await send(.post, path, headers, "\(token)\(file)--x--\r\n")
    }

    func forgetToken() { lastToken = nil }

    private var lastToken: String?

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: String?
    ) async throws -> Answer {
        var headers = headers
        headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let answer = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        let result = Answer(
            status: answer.status, headers: answer.headers, text: String(buffer: answer.body))
        for field in answer.headers[values: .setCookie] { keep(field) }
        lastToken = result.token ?? lastToken
        return result
    }

    private func keep(_ field: String) {
        let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String

    var location: String? { headers[.location] }
    var state: String? {
        text.firstMatch(of: /<main[^>]* data-state="([a-z]+)"/).map { String($0.1) }
    }
    var language: String? { text.firstMatch(of: /<html lang="([a-z]+)"/).map { String($0.1) } }

    fileprivate var token: String? {
        text.firstMatch(of: /name="token" value="([0-9a-f]+)"/).map { String($0.1) }
    }
}

/// Runs the pages over a world in memory.
func browsing(
    _ world: StubWorld, _ body: @escaping @Sendable (Browser) async throws -> Void
) async throws {
    let router = Router(context: TamgaContext.self)
    let pages = Pages(ports: world.ports)
    router.add(middleware: SecurityHeaders(publicAddress: world.ports.addresses.base))
    router.add(middleware: pages.edge)
    pages.addRoutes(to: router)
    var logger = Logger(label: "pages.tests")
    logger.logLevel = .critical
    try await Application(router: router, logger: logger).test(.router) { client in
        try await body(Browser(client))
    }
}

extension StubWorld {
    /// A document on its way to Anna and Boris.
    func sent(
        name: String = "Договор", isSequential: Bool = false, language: Language = .english,
        by author: User = Sample.author
    ) async throws -> Document {
        let actor = Sample.actor(author)
        let people = [Sample.anna, Sample.boris].map { user in
            NewRecipient(
                name: user.name, contact: .email(user.email), number: nil, role: .signer(.simple),
                access: .code,
                requiresVerification: false)
        }
        let draft = try await CreateDocument(ports)(
            NewDocument(
                clientID: nil, name: name, isSequential: isSequential, language: language,
                recipients: people), by: actor)
        let blob = try await ports.archive.store(Array("%PDF-1.7 sample".utf8))
        return try await UploadFiles(ports)(
            [NewFile(name: "\(name).pdf", blob: blob)], to: draft.id, by: actor)
    }

    /// A document of one page on its way to any parties.
    func sent(
        to recipients: [NewRecipient], terms: Terms = Terms(), fields: [Field] = [],
        isSequential: Bool = true, attachments: [NewFile] = []
    ) async throws -> Document {
        let draft = try await CreateDocument(ports)(
            NewDocument(
                clientID: nil, name: "계약서", isSequential: isSequential, language: .english,
                terms: terms, recipients: recipients, fields: fields, attachments: attachments),
            by: Sample.actor(Sample.author))
        let blob = try await ports.archive.store(Array("%PDF-1.7 sample".utf8))
        return try await UploadFiles(ports)(
            [NewFile(name: "a.pdf", blob: blob)], to: draft.id, by: Sample.actor(Sample.author))
    }

    func authorLink(_ document: Document) -> String {
        "/sign/"
            + Sample.links.code(
                document: document.id, party: .author(document.author.user), round: 1,
                generation: 0)
    }

    func link(_ document: Document, _ position: Int) -> String {
        let recipient = document.recipients[position]
        return "/sign/"
            + Sample.links.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation)
    }

    func now(_ document: Document) async throws -> Document {
        guard let document = try await store.document(document.id) else {
            throw Refusal.documentNotFound
        }
        return document
    }

    /// Asks for a code on the page and signs with it.
    func sign(_ link: String, _ browser: Browser) async throws -> Answer {
        _ = try await browser.get(link)
        _ = try await browser.post("\(link)/code")
        try await work()
        return try await browser.post(
            "\(link)/sign", ["code": await lastCode() ?? "", "consent": "on"])
    }

    /// A user with a password.
    func user(password: String) async throws -> User {
        try await ManageAccounts(ports).add(
            ManageAccounts.NewUser(
                email: Sample.author.email, name: Sample.author.name, account: "Ромашка",
                role: .admin, isVerified: true, language: nil, password: password))
    }
}
