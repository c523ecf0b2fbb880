import Domain
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

/// What a listing is asked for, wrong in turn: 400, naming the field in Korean.
struct FieldTests {
    private static let long = String(repeating: "d", count: 501)

    static let wrong: [(name: String, value: String)] = [
        ("page", "0"), ("page", "-1"), ("page", "1.5"), ("page", "x"), ("page", "+1"),
        ("page", "99999999999999999999"), ("page", "2147483648"), ("per_page", "0"),
        ("per_page", "ten"), ("title", long), ("signer_name", long), ("search_code", long),
        ("status", "ESC999"), ("status", "진행"), ("start_date", "2026-11-18"),
        ("start_date", "20261332"), ("end_date", "20260229"), ("end_date", "2026111"),
        ("end_date", "202611181"), ("end_date", "yesterda"),
    ]

    private static func expectRefused(_ reply: Reply, naming name: String) {
        #expect(reply.status == .badRequest)
        #expect(reply.text.hasPrefix(#"{"code":"400","message":"\#(name): "#), "\(reply.text)")
    }

    @Test("in a query", arguments: wrong)
    func query(name: String, value: String) async throws {
        let face = FaceUnderTest()
        let encoded = value.replacing("+", with: "%2B")
            .replacing("진행", with: "%EC%A7%84%ED%96%89")
        let reply = try await face.ask(
            .get, "/api/v2/document?\(name)=\(encoded)", try await face.access())
        Self.expectRefused(reply, naming: name)
    }

    @Test("in JSON", arguments: wrong)
    func json(name: String, value: String) async throws {
        let face = FaceUnderTest()
        let reply = try await face.ask(
            .post, "/api/v2/document", try await face.access(), #"{"\#(name)":"\#(value)"}"#)
        Self.expectRefused(reply, naming: name)
    }

    @Test(
        "values of another kind",
        arguments: [
            ("page", "[]"), ("per_page", "1e2"), ("page", "true"), ("title", "{}"),
            ("status", "false"), ("start_date", "2026.0"), ("end_date", "[\"20261118\"]"),
        ])
    func kinds(name: String, value: String) async throws {
        let face = FaceUnderTest()
        let reply = try await face.ask(
            .post, "/api/v2/document", try await face.access(), #"{"\#(name)":\#(value)}"#)
        Self.expectRefused(reply, naming: name)
    }

    @Test("days in the wrong order")
    func order() async throws {
        let face = FaceUnderTest()
        let reply = try await face.ask(
            .get, "/api/v2/document/count?start_date=20261119&end_date=20261118",
            try await face.access())
        Self.expectRefused(reply, naming: "start_date")
    }

    @Test("the same name twice")
    func twice() async throws {
        let face = FaceUnderTest()
        let reply = try await face.ask(
            .get, "/api/v2/document?page=1&page=2", try await face.access())
        Self.expectRefused(reply, naming: "page")
    }

    @Test("a body that is no object is named itself", arguments: ["[]", "7", "\"x\""])
    func noObject(body: String) async throws {
        let face = FaceUnderTest()
        let reply = try await face.ask(
            .post, "/api/v2/document", try await face.access(), body)
        Self.expectRefused(reply, naming: "요청 본문")
    }

    @Test("version 1 looks at its own three fields alone")
    func versionOne() async throws {
        let face = FaceUnderTest()
        let access = try await face.access()
        let ignored = try await face.ask(.get, "/api/v1/document?status=ESC999", access)
        #expect(ignored.status == .ok)
        let refused = try await face.ask(.get, "/api/v1/document?page=0", access)
        #expect(refused.status == .badRequest)
        #expect(
            refused.text.hasPrefix(#"{"document":{"status":"failure","message":"page: "#),
            "\(refused.text)")
    }
}
