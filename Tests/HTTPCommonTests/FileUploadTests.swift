import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore
import TamgaTestKit
import Testing

@testable import HTTPCommon

struct FileUploadTests {
    private let archive = StubArchive()

    private func receive(_ body: String, type: String = Form.mediaType) async throws -> [NewFile] {
        let buffer = ByteBuffer(string: body)
        return try await FileUpload(archive: archive).receive(
            request(.post, "/", [.contentType: type], body: RequestBody(buffer: buffer)))
    }

    @Test("files of a form are kept, other fields are not")
    func kept() async throws {
        let files = try await receive(
            Form.text([
                (header: "Content-Disposition: form-data; name=comment", body: "%PDF-no"),
                Form.file("one.pdf", "%PDF-1.7 one"), Form.file("two.pdf", "x%PDF-1.7 two"),
            ]))
        #expect(files.map(\.name) == ["one.pdf", "two.pdf"])
        #expect(
            files.map { archive.bytes(of: $0.blob) } == [
                Array("%PDF-1.7 one".utf8), Array("x%PDF-1.7 two".utf8),
            ])
        #expect(archive.openDraftCount == 0)
    }

    @Test(
        "one bad file, or a body cut short, and nothing is kept",
        arguments: [
            Form.text([Form.file("good.pdf", "%PDF-"), Form.file("bad.pdf", "GIF89a")]),
            Form.text([Form.file("good.pdf", "%PDF-"), Form.file("empty.pdf", "")]),
            String(Form.text([Form.file("good.pdf", "%PDF-")]).dropLast(4)),
            Form.text([Form.file("late.pdf", String(repeating: " ", count: 1_020) + "%PDF-")]),
            Form.text([Form.file("", "")]), Form.text([]),
        ])
    func discarded(body: String) async {
        await #expect(throws: (any Error).self) { try await receive(body) }
        #expect(archive.blobCount == 0)
        #expect(archive.openDraftCount == 0)
    }

    @Test("the mark of a PDF may stand anywhere in the first 1,024 bytes")
    func lateMark() async throws {
        let body = String(repeating: " ", count: 1_019) + "%PDF-"
        #expect(try await receive(Form.text([Form.file("a.pdf", body)])).count == 1)
    }

    @Test("a file that is no PDF is named")
    func named() async {
        await #expect(throws: Refusal.notPDF(fileName: "b.gif")) {
            try await receive(Form.text([Form.file("b.gif", "GIF89a")]))
        }
    }

    @Test("another media type is refused")
    func mediaType() async {
        await #expect(
            throws: RequestFailure.unsupportedMediaType(expected: "multipart/form-data")
        ) { try await receive("{}", type: "application/json") }
    }

    @Test("the hundred and first file is refused")
    func manyFiles() async {
        let files = Array(repeating: Form.file("a.pdf", "%PDF-"), count: 101)
        await #expect(throws: Refusal.tooManyFiles(limit: 100)) {
            try await receive(Form.text(files))
        }
        #expect(archive.openDraftCount == 0)
    }

    @Test("small pieces are gathered before they are written")
    func gathered() async throws {
        let (body, source) = RequestBody.makeStream()
        let file = "%PDF-" + String(repeating: "x", count: 600_000)
        let bytes = Array(Form.text([Form.file("a.pdf", file)]).utf8)
        async let files = FileUpload(archive: archive).receive(
            request(.post, "/", [.contentType: Form.mediaType], body: body))
        for start in stride(from: 0, to: bytes.count, by: 10_000) {
            await source.yield(ByteBuffer(bytes: bytes[start..<min(start + 10_000, bytes.count)]))
        }
        source.finish()
        #expect(try await files.first?.blob.byteCount == 600_005)
        #expect(archive.writeSizes.count == 3)
        #expect(archive.writeSizes.dropLast().allSatisfy { $0 >= 256 * 1024 })
    }

    @Test(
        "fields for files",
        arguments: [
            ("files", true), ("Files[]", true), ("files[12]", true), ("file", true),
            ("files[a]", false), ("filesystem", false), ("", false),
        ])
    func fields(name: String, isFile: Bool) {
        #expect(FileFields.isDocumentField(name) == isFile)
    }
}
