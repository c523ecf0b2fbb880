import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Signatures in files that open without a password, made by pyHanko.
@Suite(.enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"))
struct EncryptedFileTests {
    private struct Document: HostileFile {
        var bytes: [UInt8]
    }

    private let pki: TestPKI
    private let signer: PyHankoSigner

    init() throws {
        pki = try TestPKI()
        signer = try PyHankoSigner(try pki.leaf("Signer"), of: pki)
    }

    static let ways: [[String]] = [
        ["40"], ["128", "--use-aes=n"], ["128", "--use-aes=y"],
        ["128", "--use-aes=y", "--cleartext-metadata"], ["256"],
    ]
    static let streams = ["--object-streams=disable", "--object-streams=generate"]

    private func signed(_ way: [String], _ streams: String) async throws -> Document {
        let folder = try TemporaryFolder()
        let plain = try folder.write(SamplePDF.form().bytes(), as: "plain.pdf")
        let encryption = ["--allow-weak-crypto", "--encrypt", "", "owner"] + way + ["--"]
        try await OutsideTool.qpdf(
            [streams] + encryption, from: plain, to: folder.file("encrypted.pdf"))
        let bytes = try folder.read("encrypted.pdf")
        return Document(bytes: try await signer.sign(bytes, field: "first"))
    }

    /// pyHanko's verdicts on it, trusting the root.
    private func judged(_ document: Document) async throws -> [PyHankoJudge.Verdict] {
        let folder = try TemporaryFolder()
        let path = try folder.write(document.bytes, as: "signed.pdf")
        let root = try folder.write(try pki.root.der, as: "root.der")
        return try await PyHankoJudge.verdicts(on: path, trusting: [root])
    }

    @Test(
        "a signature in an encrypted file is judged like any other, and what it states is told",
        arguments: ways, streams)
    func whole(way: [String], streams: String) async throws {
        let document = try await signed(way, streams)
        let report = document.report
        #expect(report.complaints == [])
        let signature = try #require(report.signatures.first)
        #expect(signature.field == "first")
        #expect(signature.statedReason == "Checked")
        #expect(signature.coversWholeFile)
        #expect(try await judged(document).allSatisfy(\.isGood))
    }

    @Test("a second signature is a permitted change, to us and to pyHanko", arguments: ways)
    func second(way: [String]) async throws {
        var document = try await signed(way, "--object-streams=generate")
        document.bytes = try await signer.sign(document.bytes, field: "second")
        #expect(document.report.complaints == [])
        #expect(document.report.signatures.map(\.changesAfter) == [.permitted, .none])
        #expect(try await judged(document).allSatisfy(\.isGood))
    }

    @Test("a change of the page is found, by us and by pyHanko", arguments: ways)
    func changed(way: [String]) async throws {
        var document = try await signed(way, "--object-streams=generate")
        try document.edit(document.page) { $0["Rotate"] = 90 }
        #expect(document.findings == [.forbiddenChange])
        let verdict = try #require(try await judged(document).first)
        #expect(verdict.intact == true)
        #expect(!verdict.isGood)
    }

    @Test("any byte of an encrypted stream is signed")
    func digest() async throws {
        var document = try await signed(["256"], "--object-streams=generate")
        let place = try #require(document.bytes.firstRange(of: Array("stream\n".utf8))).upperBound
        document.bytes[place + 40] ^= 1
        #expect(document.report.signatures.allSatisfy { !$0.isIntact })
        #expect(!document.report.isIntact)
    }

    @Test("another key for the same document is found")
    func otherKey() async throws {
        var document = try await signed(["128", "--use-aes=y"], "--object-streams=disable")
        let id = try #require(try document.reader.trailer["Encrypt"]?.reference)
        try document.edit(id) { $0["P"] = -1 }
        #expect(!document.report.isIntact)
        #expect(document.findings.isSuperset(of: [.forbiddenChange]))
    }

    @Test("an identifier that changes the key is found")
    func otherIdentifier() async throws {
        var document = try await signed(["128", "--use-aes=n"], "--object-streams=disable")
        let reader = try document.reader
        var tail = try reader.tail
        tail.firstID = [1, 2, 3]
        var update = IncrementalUpdate(after: tail)
        update.set(try document.page, to: .dictionary(try reader.pages()[0].dictionary))
        document.bytes += document.kept(
            update.finish(newID: [4]).bytes, after: try document.reader)
        #expect(document.findings.contains(.shadow))
    }

    @Test("an update that drops the encryption is found", arguments: streams)
    func dropped(streams: String) async throws {
        var document = try await signed(["256"], streams)
        let reader = try document.reader
        var update = IncrementalUpdate(after: try reader.tail)
        update.set(try document.page, to: .dictionary(try reader.pages()[0].dictionary))
        document.bytes += update.finish(newID: [4]).bytes
        #expect(!document.report.isIntact)
    }
}
