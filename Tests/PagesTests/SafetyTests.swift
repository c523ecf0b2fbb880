import HTTPCommon
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import TamgaTestKit
import Testing

@testable import Domain
@testable import Pages

@Suite("What pages must never allow")
struct SafetyTests {
    private let world = StubWorld()

    @Test("a form without its token, or with another's, does nothing", arguments: ["", "00ff"])
    func token(token: String) async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let answer = try await browser.post(
                "\(link)/decline", ["reason": "no"], token: token)
            #expect(answer.status == .forbidden && answer.state == "open")
            #expect(try await world.now(document) == document)
        }
    }

    @Test("a token without its cookie does nothing")
    func cookie() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let answer = try await browser.post(
                "\(link)/decline", ["reason": "no"], token: Visitor(random: [1]).token)
            #expect(answer.status == .forbidden)
            #expect(try await world.now(document) == document)
        }
    }

    @Test(
        "a form from another site does nothing",
        arguments: [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")])
    func origin(name: String, value: String) async throws {
        let document = try await world.sent()
        let field = try #require(HTTPField.Name(name))
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let answer = try await browser.post(
                "\(link)/decline", ["reason": "no"], [field: value])
            #expect(answer.status == .forbidden)
            #expect(try await world.now(document) == document)
        }
    }

    @Test("a hostile name is encoded wherever it stands")
    func hostile() async throws {
        let name = "\"\u{308}><script>alert(1)</script>{{shell.token}}'"
        let document = try await world.sent(name: name)
        let user = try await world.user(password: "correct horse")
        let session = try await SignIn(world.ports)(email: user.email, password: "correct horse")
        #expect(!session.isEmpty)
        try await browsing(world) { browser in
            _ = try await browser.get("/login")
            _ = try await browser.post(
                "/login", ["email": user.email.text, "password": "correct horse"])
            for path in [world.link(document, 0), "/documents", "/documents/\(document.id)"] {
                let text = try await browser.get(path).text
                #expect(!text.contains("<script>"), "\(path)")
                #expect(!text.unicodeScalars.contains2("\"", "\u{308}"), "\(path)")
            }
        }
    }

    @Test("no page has inline script or style, and its policy forbids both")
    func policy() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            for path in [world.link(document, 0), "/login", "/documents/\(document.id)"] {
                let page = try await browser.get(path)
                let policy = page.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'none'"))
                #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
                #expect(!page.text.contains(" style=") && !page.text.contains("<style"))
                #expect(!page.text.contains(/\son[a-z]+=/))
                #expect(page.text.ranges(of: "<script").count == 1)
                #expect(page.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test("cookies over https bind to this host and are hidden from scripts")
    func cookies() async throws {
        try await browsing(world) { browser in
            let fields = try await browser.get("/login").headers[values: .setCookie]
            #expect(fields.count == 1)
            #expect(fields[0].hasPrefix("__Host-"))
            for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
                #expect(fields[0].contains("; \(part)"))
            }
        }
        #expect(!CookieNames(publicAddress: "http://localhost:8080").visitor.hasPrefix("__"))
    }

    @Test("a fault is told neutrally, and no link comes into the log")
    func faults() async throws {
        let lines = Mutex<[String]>([])
        let router = Router(context: TamgaContext.self)
        router.add(middleware: Pages(ports: world.ports).edge)
        router.get("/sign/:code") { _, _ -> String in throw StubFault("disk on fire") }
        let logger = Logger(label: "log") { _ in
            Recorder { line in lines.withLock { $0.append(line) } }
        }
        try await Application(router: router, logger: logger).test(.router) { client in
            let answer = try await client.execute(uri: "/sign/topsecret?lang=en", method: .get)
            #expect(answer.status == .internalServerError)
            let text = String(buffer: answer.body)
            #expect(!text.contains("disk on fire") && !text.contains("topsecret"))
        }
        let log = lines.withLock { $0.joined() }
        #expect(log.contains("disk on fire") && !log.contains("topsecret"))
    }
}

extension String.UnicodeScalarView {
    fileprivate func contains2(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        zip(self, dropFirst()).contains { $0 == first && $1 == second }
    }
}

/// Gives every line with all its metadata to a closure.
private struct Recorder: LogHandler {
    let write: @Sendable (String) -> Void
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(_ write: @escaping @Sendable (String) -> Void) {
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        write("\(event.message) \(metadata) \(event.metadata ?? [:])")
    }
}
