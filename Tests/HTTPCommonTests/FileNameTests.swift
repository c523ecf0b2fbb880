import Testing

@testable import HTTPCommon

struct FileNameTests {
    private func name(_ parameters: String) throws -> String? {
        let header = "Content-Disposition: form-data; name=\"files\"; \(parameters)"
        return try Form.parse(Form.text([(header: header, body: "")])).first?.header.fileName
    }

    @Test(
        "file names come as people wrote them",
        arguments: [
            ("filename=\"Договор №1.pdf\"", "Договор №1.pdf"),
            ("filename=plain.pdf", "plain.pdf"),
            ("filename=\"a \\\"quoted\\\" one.pdf\"", "a \"quoted\" one.pdf"),
            ("filename=\"a %22quoted%22 one.pdf\"", "a \"quoted\" one.pdf"),
            ("filename=\"semi;colon.pdf\"", "semi;colon.pdf"),
            ("filename=\"C:\\Users\\Anna\\scan.pdf\"", "scan.pdf"),
            ("filename=\"../../etc/passwd\"", "passwd"),
            ("filename=\"tab\there.pdf\"", "tabhere.pdf"),
            ("filename=\"x.pdf\"; filename*=UTF-8''%D0%90%20b.pdf", "А b.pdf"),
            ("filename*=utf-8'ru'..%2Fup.pdf", "up.pdf"),
            ("filename=\"x.pdf\"; filename*=UTF-8''%zz", "x.pdf"),
            ("filename=\"\u{301}accent.pdf\"", "\u{301}accent.pdf"),
            ("filename=\"\"", ""),
        ])
    func fileName(parameters: String, expected: String) throws {
        #expect(try name(parameters) == expected)
    }

    @Test("a plain field names no file")
    func plainField() throws {
        #expect(try name("x=y") == nil)
    }

    @Test("bytes that are not UTF-8 become replacement characters")
    func otherCharset() throws {
        var bytes = Array("--XX\r\nContent-Disposition: form-data; name=files; filename=\"".utf8)
        bytes += [0xCF, 0xF0, 0x21] + Array("\"\r\n\r\n\r\n--XX--".utf8)
        #expect(try Form.parse([bytes]).first?.header.fileName == "\u{FFFD}\u{FFFD}!")
    }

    @Test("folded header lines are read as one")
    func folded() throws {
        let header = "Content-Disposition: form-data;\r\n name=\"files\";\r\n\tfilename=\"a.pdf\""
        let parts = try Form.parse(Form.text([(header: header, body: "")]))
        #expect(parts.first?.header.fileName == "a.pdf")
    }
}
