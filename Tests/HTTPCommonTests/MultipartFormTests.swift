import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import HTTPCommon

@Suite("A form with small files")
struct MultipartFormTests {
    private func form(
        _ body: String, type: String = Form.mediaType, limit: Int = 1_000
    ) async throws -> MultipartForm {
        let buffer = ByteBuffer(string: body)
        return try await request(
            .post, "/", [.contentType: type], body: RequestBody(buffer: buffer)
        ).multipartForm(limit: limit, orElse: Refusal.noFiles)
    }

    private let field = (header: "Content-Disposition: form-data; name=token", body: "a b")

    @Test("fields and files are read by name, the first of each")
    func read() async throws {
        let form = try await form(
            Form.text([field, Form.file("one.sig", "\u{1}2"), Form.file("two.sig", "3")]))
        #expect(form.text("token") == "a b")
        #expect(form.bytes("files") == [1, UInt8(ascii: "2")])
    }

    @Test("what is absent, or empty, is not there")
    func absent() async throws {
        let form = try await form(Form.text([Form.file("", "")]))
        #expect(form.bytes("files") == nil && form.text("token") == nil)
    }

    @Test("a body over the limit is refused as its reader says")
    func tooLarge() async {
        await #expect(throws: Refusal.noFiles) {
            try await form(Form.text([Form.file("a", String(repeating: "x", count: 1_000))]))
        }
    }

    @Test("a body that is cut short, or no form at all, is refused")
    func malformed() async {
        let whole = Form.text([field])
        await #expect(throws: RequestFailure.self) { try await form(String(whole.dropLast(4))) }
        await #expect(throws: RequestFailure.self) {
            try await form(whole, type: "application/json")
        }
        await #expect(throws: RequestFailure.self) {
            try await form(whole, type: "multipart/form-data")
        }
    }
}
