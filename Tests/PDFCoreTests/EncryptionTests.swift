import PDFCore
import TamgaTestKit
import Testing

@Suite("Encrypted files")
struct EncryptionTests {
    private static let content = "BT /F1 24 Tf 72 760 Td (Contract) Tj ET"

    private static let sample: [UInt8] = {
        var file = SamplePDF()
        file.add("<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R/Names[(a)<</B(b)>>]>>")
        file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
        file.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>")
        file.addStream("", content)
        file.add("<</Title(Secret title)/Author()>>")
        file.addStream("/Type/Metadata/Subtype/XML", "<x/>")
        return file.bytes(
            trailer: "/Info 5 0 R/ID[<00112233445566778899AABBCCDDEEFF><00>]")
    }()

    private func encrypted(
        _ way: [String], user: String = "", _ options: [String] = []
    ) async throws -> PDFReader {
        let folder = try TemporaryFolder()
        let plain = try folder.write(Self.sample, as: "plain.pdf")
        let encryption = ["--allow-weak-crypto", "--encrypt", user, "owner"] + way + ["--"]
        try await OutsideTool.qpdf(options + encryption, from: plain, to: folder.file("out.pdf"))
        return try PDFReader(MemorySource(try folder.read("out.pdf")))
    }

    static let ways: [[String]] = [
        ["40"], ["128", "--use-aes=n"], ["128", "--force-V4", "--use-aes=n"],
        ["128", "--use-aes=y"], ["128", "--use-aes=y", "--cleartext-metadata"],
        ["256"], ["256", "--cleartext-metadata"], ["256", "--force-R5"],
    ]

    @Test(
        "what qpdf encrypts without a user password is read as it was",
        arguments: ways, ["--object-streams=disable", "--object-streams=generate"])
    func opened(way: [String], streams: String) async throws {
        let reader = try await encrypted(way, [streams])
        #expect(reader.isEncrypted)
        #expect(reader.lock == nil)
        let information = try reader.dictionary(reader.trailer["Info"])
        #expect(information["Title"]?.textValue == "Secret title")
        #expect(information["Author"]?.bytes == [])
        #expect(try reader.catalog()["Names"] == [.text("a"), ["B": .text("b")]])
        let page = try #require(try reader.pages()[0].dictionary["Contents"]?.reference)
        #expect(try reader.streamData(page).starts(with: Array(Self.content.utf8)))
        let metadata = try #require(try reader.catalog()["Metadata"]?.reference)
        #expect(try reader.streamData(metadata) == Array("<x/>".utf8))
    }

    @Test("a file that needs a password is locked, and says so", arguments: ways)
    func locked(way: [String]) async throws {
        let reader = try await encrypted(way, user: "user")
        #expect(reader.lock == PDFError(.encrypted, ""))
        #expect(reader.lock?.reason == "the file needs a password")
        let page = try #require(try reader.pages()[0].dictionary["Contents"]?.reference)
        #expect(throws: PDFError(.encrypted, "")) { try reader.streamData(page) }
    }

    @Test("in a locked file objects in streams are out of reach, and the reason is the lock")
    func lockedStreams() async throws {
        let reader = try await encrypted(["256"], user: "user", ["--object-streams=generate"])
        #expect(throws: PDFError(.encrypted, "")) { try reader.pages() }
    }

    @Test("the value of a signature is no ciphertext, the text beside it is")
    func signature() async throws {
        let reader = try await encrypted(["256"])
        var update = IncrementalUpdate(after: try reader.tail)
        let id = update.allocate()
        update.set(id, to: ["Type": .name("Sig"), "Contents": .string([1, 2, 3])])
        let broken = update.allocate()
        update.set(broken, to: ["Type": .name("Annot"), "Contents": .string([1, 2, 3])])
        let encryption = try #require(reader.trailer["Encrypt"]?.reference)
        let added = update.finish(newID: [1]).bytes.naming(encryption: encryption.number)
        let whole = try reader.source.read(0..<reader.source.count)
        let updated = try PDFReader(MemorySource(whole + added))
        #expect(try updated.dictionary(.reference(id))["Contents"] == .string([1, 2, 3]))
        #expect(throws: PDFError(.syntax, "")) { try updated.object(broken) }
    }

    @Test("an encryption with any byte changed is read or refused, never a crash", arguments: ways)
    func mutation(way: [String]) async throws {
        let reader = try await encrypted(way, ["--object-streams=generate"])
        let whole = try reader.source.read(0..<reader.source.count)
        let id = try #require(reader.trailer["Encrypt"]?.reference)
        for index in try #require(try reader.extent(of: id)) {
            for byte in [0x29, 0x39, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[index] = byte
                guard let reader = try? PDFReader(MemorySource(bytes)) else { continue }
                _ = try? reader.pages()
                _ = try? reader.dictionary(reader.trailer["Info"])
            }
        }
        #expect(reader.lock == nil)
    }
}
