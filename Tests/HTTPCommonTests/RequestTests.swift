import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore
import TamgaTestKit
import Testing

@testable import HTTPCommon

/// A request without a server.
func request(
    _ method: HTTPRequest.Method = .get, _ path: String = "/", _ fields: HTTPFields = [:],
    body: RequestBody = RequestBody(buffer: ByteBuffer())
) -> Request {
    Request(
        head: HTTPRequest(
            method: method, scheme: "https", authority: "sign.example.org", path: path,
            headerFields: fields),
        body: body)
}

struct BearerTokenTests {
    private let secret = TokenSecret(random: Array(0..<32))

    @Test("the scheme is read in any case")
    func anyCase() throws {
        for scheme in ["Bearer ", "bearer ", "BEARER   "] {
            let sent = request(fields: scheme + secret.text)
            #expect(try sent.bearerToken() == secret)
        }
    }

    @Test(
        "what cannot be a token of ours is refused", arguments: ["", "Bearer", "Basic x", "x y z"])
    func refused(field: String) {
        #expect(throws: Refusal.unauthenticated) { try request(fields: field).bearerToken() }
    }

    @Test("a mistyped token is refused")
    func mistyped() {
        let field = "Bearer " + secret.text.dropLast() + "!"
        #expect(throws: Refusal.unauthenticated) { try request(fields: field).bearerToken() }
    }

    private func request(fields authorization: String) -> Request {
        HTTPCommonTests.request(.get, "/", [.authorization: authorization])
    }
}

struct QueryItemsTests {
    @Test("names are compared in any case, plus is a space, escapes are decoded")
    func decoding() throws {
        let query = QueryItems("DateFrom=2020+01&b=%D0%90%2B&flag&b=")
        #expect(try query.first("dateFrom") == "2020 01")
        #expect(try query.first("B") == "А+")
        #expect(try query.first("flag") == nil)
        #expect(try query.first("absent") == nil)
    }

    @Test("bad escapes are refused by name", arguments: ["a=%", "a=%4", "a=%zz", "a=%FF"])
    func badEscapes(text: String) {
        #expect(throws: Refusal.invalid(path: "a", .malformed)) { try QueryItems(text).first("a") }
    }

    @Test("a second value is refused")
    func repeated() {
        #expect(throws: Refusal.invalid(path: "a", .repeated)) {
            try QueryItems("a=1&A=2").first("a")
        }
    }

    @Test("booleans are read in any case, and nothing else is one")
    func booleans() throws {
        #expect(try QueryItems("f=TRUE").boolean("f") == true)
        #expect(try QueryItems("f=False").boolean("f") == false)
        #expect(try QueryItems("").boolean("f") == nil)
        #expect(throws: Refusal.invalid(path: "f", .malformed)) {
            try QueryItems("f=1").boolean("f")
        }
    }
}

struct OriginCheckTests {
    private let check = OriginCheck(publicAddress: "https://sign.example.org/")

    private func allows(_ fields: HTTPFields, _ method: HTTPRequest.Method = .post) -> Bool {
        check.allows(request(method, "/", fields))
    }

    @Test("our own pages may write")
    func own() {
        #expect(allows([.origin: "https://sign.example.org"]))
        #expect(allows([fieldName("Sec-Fetch-Site"): "same-origin", .origin: "null"]))
    }

    @Test(
        "other sites may not write",
        arguments: ["https://evil.example", "https://sign.example.org.evil.example", "http://x"])
    func foreign(origin: String) {
        #expect(!allows([.origin: origin]))
    }

    @Test("what the browser says of the site decides", arguments: ["cross-site", "same-site"])
    func fetchSite(site: String) {
        #expect(
            !allows([fieldName("Sec-Fetch-Site"): site, .origin: "https://sign.example.org"]))
    }

    @Test("reading is nobody's business")
    func reading() {
        #expect(allows([fieldName("Sec-Fetch-Site"): "cross-site"], .get))
    }
}

struct RouteTableTests {
    private var table: RouteTable {
        var table = RouteTable()
        table.add("/v1/documents", .get)
        table.add("/v1/documents", .post)
        table.add("/v1/documents/{id}/status", .get)
        return table
    }

    @Test("another method of a known path is told from an unknown path")
    func failures() {
        #expect(table.failure(for: "/v1/documents") == .methodNotAllowed(allowed: ["GET", "POST"]))
        #expect(
            table.failure(for: "/v1/documents/7/status/") == .methodNotAllowed(allowed: ["GET"]))
        #expect(table.failure(for: "/v1/documents/7") == .routeNotFound)
        #expect(table.failure(for: "/") == .routeNotFound)
    }
}
