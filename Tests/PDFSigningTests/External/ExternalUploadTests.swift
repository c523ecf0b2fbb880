import FoundationEssentials
import PDFSigning
import TamgaTestKit
import Testing

@Suite("Uploads of signatures")
struct ExternalUploadTests {
    private let der: [UInt8]

    init() async throws {
        der = try await OutsideSigners.signer(.p256).sign([1, 2, 3])
    }

    private func byteCount(_ upload: [UInt8]) throws -> Int {
        try ExternalSignature(upload: upload).byteCount
    }

    @Test("base64 is read, in one line or in many, whatever ends them")
    func base64() throws {
        let text = Data(der).base64EncodedString()
        let lines = Data(der).base64EncodedString(options: [
            .lineLength64Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        for form in [text, lines, "\u{FEFF}\(text)\n", "  \(text)\r\n"] {
            #expect(try byteCount(Array(form.utf8)) == der.count)
        }
    }

    @Test("PEM is read under every label that programs write", arguments: ["CMS", "PKCS7"])
    func pem(label: String) throws {
        let text = Data(der).base64EncodedString(options: .lineLength76Characters)
        let file = "-----BEGIN \(label)-----\r\n\(text)\r\n-----END \(label)-----\r\n"
        #expect(try byteCount(Array(file.utf8)) == der.count)
    }

    @Test(
        "anything else is unreadable",
        arguments: [
            "", "%PDF-1.7", "MIIB", "-----BEGIN CMS-----\nMIIB\n-----END CMS-----",
            "-----BEGIN CMS-----\nMIIB", "-----BEGIN CMS-----MIIB-----END PKCS7-----",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "подпись", "0\u{1}",
        ])
    func unreadable(text: String) throws {
        let problem = #expect(throws: ExternalSignatureProblem.self) {
            try ExternalSignature(upload: Array(text.utf8))
        }
        #expect(problem?.name == "unreadable")
    }

    @Test("two signatures in one PEM file are not one")
    func twoBlocks() {
        let block = "-----BEGIN CMS-----\n\(Data(der).base64EncodedString())\n-----END CMS-----\n"
        #expect(throws: ExternalSignatureProblem.unreadable("not one signature in PEM")) {
            try ExternalSignature(upload: Array((block + block).utf8))
        }
    }

    @Test("what is cut short anywhere is unreadable")
    func cutShort() {
        for count in 0..<der.count {
            let problem = #expect(throws: ExternalSignatureProblem.self) {
                try ExternalSignature(upload: Array(der.prefix(count)))
            }
            #expect(problem?.name == "unreadable", "\(count) bytes")
        }
    }

    @Test("64 KiB are the most that is read")
    func tooLarge() {
        let limit = ExternalSignature.uploadByteLimit
        let upload = [UInt8](repeating: 0x30, count: limit + 1)
        #expect(
            throws: ExternalSignatureProblem.uploadTooLarge(byteCount: limit + 1, limit: limit)
        ) { try ExternalSignature(upload: upload) }
    }
}
