import Domain
import HTTPTestKit
import HTTPTypes
import TamgaTestKit
import Testing

/// Every field of every request wrong in turn: 400, naming the field by its path, nothing stored.
struct FieldTests {
    private static let signer =
        #"{"firstName":"Анна","lastName":"Ким","email":"anna@example.net","number":1,"#
        + #""approveType":"Bes","verificationRequire":false,"patronymic":"И"}"#

    private static func document(_ field: String, _ value: String) -> String {
        let fields = [
            "id": "\"7\"", "name": "\"Договор\"", "isSequential": "false",
            "signers": "[\(signer)]",
        ].merging([field: value]) { $1 }
        return "{" + fields.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private static func signer(_ field: String, _ value: String) -> String {
        let other = signer.replacing("anna@", with: "boris@")
        let fields = [
            "firstName": "\"Анна\"", "lastName": "\"Ким\"", "email": "\"anna@example.net\"",
        ].merging([field: value]) { $1 }
        let wrong = "{" + fields.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
        return document("signers", "[\(other),\(wrong)]")
    }

    private static let long = "\"\(String(repeating: "д", count: 501))\""

    static let documentCases: [(body: String, path: String)] =
        [
            ("id", "7"), ("id", "{}"), ("id", "\"\(String(repeating: "7", count: 256))\""),
            ("name", "null"), ("name", "\"\""), ("name", "\" \\t \""), ("name", "7"),
            ("name", "[]"), ("name", long), ("name", "\"a\\u0000b\""), ("isSequential", "\"true\""),
            ("isSequential", "1"), ("signers", "null"), ("signers", "[]"), ("signers", "{}"),
            ("signers", "[\(Array(repeating: signer, count: 101).joined(separator: ","))]"),
        ].map { (document($0.0, $0.1), $0.0) }

    static let signerCases: [(body: String, path: String)] =
        [
            ("firstName", "null"), ("firstName", "\" \""), ("firstName", "7"), ("firstName", long),
            ("lastName", "null"), ("lastName", "\"\""), ("lastName", "true"), ("lastName", long),
            ("patronymic", "7"), ("patronymic", long), ("email", "null"), ("email", "\"\""),
            ("email", "\"anna\""), ("email", "\"a@b@c\""), ("email", "\"a b@c.de\""),
            ("email", "\"a@c.de\\r\\nBcc: x@y.z\""), ("email", "7"),
            ("email", "\"BORIS@example.net\""), ("number", "-1"), ("number", "\"1\""),
            ("number", "1.5"), ("number", "2147483648"), ("approveType", "\"Agree\""),
            ("approveType", "\"\""), ("approveType", "7"),
            ("approveType", "\"besvisual\""), ("verificationRequire", "\"да\""),
            ("verificationRequire", "0"),
        ].map { (signer($0.0, $0.1), "signers[1].\($0.0)") }
        + [
            (document("signers", "[\(signer),7]"), "signers[1]"),
            (document("signers", "[\(signer),null]"), "signers[1]"),
        ]

    @Test("a document's fields", arguments: documentCases + signerCases)
    func create(body: String, path: String) async throws {
        try await expectRefused("/v1/documents", body, naming: path)
    }

    @Test(
        "the fields of a signature by key",
        arguments: [
            (#"{"signature":{"thumbprint":"A","key":"B"}}"#, "context"),
            (#"{"context":null,"signature":{"thumbprint":"A","key":"B"}}"#, "context"),
            (#"{"context":"1","signature":{"thumbprint":"A","key":"B"}}"#, "context"),
            (#"{"context":2147483648,"signature":{"thumbprint":"A","key":"B"}}"#, "context"),
            (#"{"context":{},"signature":{"thumbprint":"A","key":"B"}}"#, "context.id"),
            (#"{"context":{"id":"1"},"signature":{"thumbprint":"A","key":"B"}}"#, "context.id"),
            (#"{"context":1}"#, "signature"), (#"{"context":1,"signature":[]}"#, "signature"),
            (#"{"context":1,"signature":{"key":"B"}}"#, "signature.thumbprint"),
            (#"{"context":1,"signature":{"thumbprint":" ","key":"B"}}"#, "signature.thumbprint"),
            (#"{"context":1,"signature":{"thumbprint":7,"key":"B"}}"#, "signature.thumbprint"),
            (#"{"context":1,"signature":{"thumbprint":"A"}}"#, "signature.key"),
            (#"{"context":1,"signature":{"thumbprint":"A","key":""}}"#, "signature.key"),
            (#"{"context":1,"signature":{"thumbprint":"A","key":{}}}"#, "signature.key"),
        ])
    func sign(body: String, path: String) async throws {
        let id = "677DE981-6612-4C6F-AC9A-A5DE6E6B8A92"
        try await expectRefused("/v1/documents/\(id)/sign/aes", body, naming: path)
    }

    @Test(
        "the fields of a confirmation",
        arguments: [
            (#"{"code":"123456"}"#, "issue"), (#"{"issue":7,"code":"123456"}"#, "issue"),
            (#"{"issue":{},"code":"123456"}"#, "issue.id"),
            (#"{"issue":{"id":"7"},"code":"123456"}"#, "issue.id"),
            (#"{"issue":{"id":1.0},"code":"123456"}"#, "issue.id"),
            (#"{"issue":{"id":7}}"#, "code"),
            (#"{"issue":{"id":7},"code":""}"#, "code"),
            (#"{"issue":{"id":7},"code":"12345"}"#, "code"),
            (#"{"issue":{"id":7},"code":"12345a"}"#, "code"),
            (#"{"issue":{"id":7},"code":1234567}"#, "code"),
            (#"{"issue":{"id":7},"code":-1}"#, "code"),
            (#"{"issue":{"id":7},"code":true}"#, "code"),
        ])
    func confirm(body: String, path: String) async throws {
        try await expectRefused("/v1/signature/aes/confirm", body, naming: path)
    }

    @Test("a body that is no object is named itself", arguments: ["[]", "7", "\"x\"", "null"])
    func noObject(body: String) async throws {
        for target in ["/v1/documents", "/v1/signature/aes/confirm"] {
            try await expectRefused(target, body, naming: "Тело запроса", prefix: "")
        }
    }

    @Test(
        "the query of a listing",
        arguments: [
            ("dateFrom=yesterday", "dateFrom"), ("dateTo=2020-02-30", "dateTo"),
            ("full=1", "full"), ("filterTags=Income,Everything", "filterTags"),
            ("dateFrom=2020-01-02&dateTo=2020-01-01", "dateFrom"),
            ("dateFrom=2020-01-01&dateTo=2020-02-01T00:00:00.000001", "dateTo"),
            ("dateFrom=%FF", "dateFrom"), ("dateTo=2020-01-01&dateTo=2020-01-02", "dateTo"),
        ])
    func list(query: String, path: String) async throws {
        let face = FaceUnderTest()
        let token = try await face.world.token(of: Sample.author)
        let reply = try await face.ask(.get, "/v1/documents?\(query)", token)
        #expect(reply.status == .badRequest)
        #expect(reply.text.contains("Поле \(path):"), "\(reply.text)")
    }

    private func expectRefused(
        _ target: String, _ body: String, naming path: String, prefix: String = "Поле "
    ) async throws {
        let face = FaceUnderTest()
        let token = try await face.world.token(of: Sample.author)
        let reply = try await face.ask(.post, target, token, body)
        #expect(reply.status == .badRequest)
        #expect(reply.text.contains("\(prefix)\(path):"), "\(reply.text)")
        #expect(await face.world.store.isEmpty)
    }
}
