import Domain
import Foundation
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

/// What a program may get wrong when it asks for tokens, each in turn.
struct TokenTests {
    private static let form = "application/x-www-form-urlencoded"
    private static let right = "grant_type=password&username=api&password=nopassword"

    private func ask(
        _ authorization: (APIClientID, TokenSecret) -> String?, _ body: String = right,
        type: String = form, on face: FaceUnderTest = FaceUnderTest()
    ) async throws -> Reply {
        _ = try await face.world.token(of: Sample.author)
        let pair = try await ManageAccounts(face.world.ports).issueClient(for: Sample.author)
        var fields: HTTPFields = [.contentType: type]
        fields[.authorization] = authorization(pair.0, pair.1)
        return try await face.client.ask(.post, "/oauth/token", fields, body: body)
    }

    private static func basic(_ id: String, _ secret: String) -> String {
        "Basic " + Data("\(id):\(secret)".utf8).base64EncodedString()
    }

    private static func basic(_ id: APIClientID, _ secret: TokenSecret) -> String {
        basic(id.compact, secret.text)
    }

    static let authorizations: [@Sendable (APIClientID, TokenSecret) -> String?] = [
        { _, _ in nil }, { _, _ in "" }, { _, _ in "Basic" }, { _, _ in "Basic !!!!" },
        { _, secret in "Bearer \(secret.text)" }, { id, secret in "Basic \(id):\(secret.text)" },
        { id, secret in basic(id, secret) + " x" },
        { id, secret in basic("\(id)", secret.text) }, { id, _ in basic(id.compact, "") },
        { id, secret in basic(id.compact, secret.text + "0") },
        { id, secret in basic(id.compact, String(secret.text.dropLast())) },
        { id, secret in basic(id.compact, secret.text.uppercased()) },
        { id, secret in basic(String(id.compact.dropLast()), secret.text) },
        { _, secret in basic("677de98166124c6fac9aa5de6e6b8a92", secret.text) },
        { _, _ in "Basic " + Data([0xFF, 0x3A, 0xFF]).base64EncodedString() },
    ]

    @Test("only the right pair is a client", arguments: authorizations.indices)
    func client(index: Int) async throws {
        let reply = try await ask(Self.authorizations[index])
        #expect(reply.status == .unauthorized)
        #expect(reply.headers[.wwwAuthenticate]?.hasPrefix("Basic ") == true)
        #expect(reply.text.hasPrefix(#"{"error":"invalid_client","error_description":""#))
    }

    @Test("the API ID is read in any case")
    func anyCase() async throws {
        let reply = try await ask { Self.basic($0.compact.uppercased(), $1.text) }
        #expect(reply.status == .ok)
    }

    @Test(
        "the fields of the form",
        arguments: [
            ("", "invalid_request"), ("grant_type=", "invalid_request"),
            ("grant_type=password&grant_type=password", "invalid_request"),
            ("grant_type=%FF", "invalid_request"), ("grant_type=refresh_token", "invalid_request"),
            ("grant_type=client_credentials", "unsupported_grant_type"),
            ("grant_type=PASSWORD&username=api&password=nopassword", "unsupported_grant_type"),
            ("grant_type=password", "invalid_grant"),
            ("grant_type=password&username=api", "invalid_grant"),
            ("grant_type=password&username=api&password=other", "invalid_grant"),
            ("grant_type=password&username=API&password=nopassword", "invalid_grant"),
            ("grant_type=refresh_token&refresh_token=none", "invalid_grant"),
        ])
    func fields(body: String, error: String) async throws {
        let reply = try await ask(Self.basic, body)
        #expect(reply.status == .badRequest)
        #expect(reply.text.hasPrefix(#"{"error":"\#(error)","error_description":""#), "\(reply)")
    }

    @Test("descriptions keep to the characters that the standard allows")
    func descriptions() async throws {
        for body in ["", "grant_type=%00%22", "grant_type=refresh_token&refresh_token=%5C"] {
            let text = try await ask(Self.basic, body).text
            let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 }
            #expect(isPlain && !text.contains("\\"), "\(text)")
        }
    }

    @Test("another media type is told so")
    func mediaType() async throws {
        let reply = try await ask(Self.basic, "{}", type: "application/json")
        #expect(reply.status == .unsupportedMediaType)
        #expect(reply.text.contains(#""error":"invalid_request""#))
    }

    @Test("failures keep their status where others always have 200")
    func keepsStatus() async throws {
        let reply = try await ask({ _, _ in nil }, on: FaceUnderTest(alwaysOK: true))
        #expect(reply.status == .unauthorized)
    }

    @Test("a revoked client is nobody, and its tokens open nothing")
    func revoked() async throws {
        let face = FaceUnderTest()
        let access = try await face.access()
        let (client, _) = try #require(try await face.world.ports.accounts.clients().first)
        #expect(try await face.ask(.get, "/api/v2/document/count", access).status == .ok)
        let isRevoked = try await face.world.ports.accounts.revokeClient(
            client.id, at: face.world.clock.now())
        #expect(isRevoked)
        #expect(try await face.ask(.get, "/api/v2/document/count", access).status == .unauthorized)
    }
}
