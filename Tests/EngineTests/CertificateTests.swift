import Domain
import TamgaTestKit
import Testing

@Suite("The certificate as a PDF of its own")
struct CertificateTests {
    private let engines: Engines

    init() throws { engines = try Engines() }

    /// Somebody else's signed file: one that this server made for other people.
    private func signedUpload() async throws -> [UInt8] {
        let document = try await engines.finish(engines.send([SamplePDF.plain().bytes()]))
        let download = try await DownloadDocument(engines.ports).signed(
            document.id, by: Engines.author)
        _ = try await engines.save(download, as: "upload.pdf")
        return try engines.folder.read("upload.pdf")
    }

    private func certificate(of document: Document) async throws -> String {
        try await engines.save(
            DownloadDocument(engines.ports).certificate(document.id, by: Engines.author))
    }

    @Test(
        "pyHanko finds it whole, trusted and closed to changes",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"))
    func judged() async throws {
        let document = try await engines.finish(engines.send([SamplePDF.plain().bytes()]))
        let verdicts = try await PyHankoJudge.verdicts(
            on: certificate(of: document), trusting: [engines.root()])
        #expect(verdicts.map(\.coverage) == ["ENTIRE_FILE"])
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test("qpdf and pdfsig find nothing wrong with it")
    func sound() async throws {
        let document = try await engines.finish(engines.send([SamplePDF.plain().bytes()]))
        let path = try await certificate(of: document)
        #expect(try await OutsideTool.run("qpdf", ["--check", path]).succeeded)
        let signatures = try await OutsideTool.run("pdfsig", ["-nocert", path]).output
        #expect(signatures.contains("Signature is Valid."))
        #expect(signatures.contains("Total document signed"))
    }

    @Test(
        "it tells every signer's evidence and the finished file's hash",
        arguments: Language.allCases)
    func told(language: Language) async throws {
        let document = try await engines.finish(
            engines.send([SamplePDF.plain().bytes()], language: language))
        let path = try await certificate(of: document)
        let text = try await OutsideTool.run("pdftotext", ["-layout", path, "-"]).output
        guard case .signed(let seal) = document.state else { throw StubFault("not signed") }
        #expect(text.contains("\(seal.hash)"))
        for recipient in document.recipients {
            let certificate = try #require(recipient.turn?.approval?.certificate)
            for part in [
                recipient.name.full, recipient.contact.text, certificate.thumbprint,
                certificate.serial,
            ] { #expect(text.contains(part)) }
        }
    }

    @Test("a document signed before it was uploaded has one too")
    func signedBefore() async throws {
        let upload = try await signedUpload()
        let document = try await engines.finish(engines.send([upload], name: "Second round"))
        let path = try await certificate(of: document)
        let text = try await OutsideTool.run("pdftotext", ["-layout", path, "-"]).output
        #expect(text.contains("Second round"))
        let thumbprints = document.recipients.compactMap(\.turn?.approval?.certificate.thumbprint)
        #expect(thumbprints.count == 2 && thumbprints.allSatisfy { text.contains($0) })
    }

    @Test("what it could not print is the trouble of a signed upload too")
    func unprintable() async throws {
        let upload = try await signedUpload()
        let document = try await engines.send([upload], name: "Contract \u{10FFFD}")
        #expect(document.state == .draft)
        #expect(document.files.map(\.status) == [.error(.unprintableText)])
    }

    @Test("a second download has the same bytes")
    func stable() async throws {
        let document = try await engines.finish(engines.send([SamplePDF.plain().bytes()]))
        let download = DownloadDocument(engines.ports)
        let first = try await download.certificate(document.id, by: Engines.author)
        #expect(try await download.certificate(document.id, by: Engines.author) == first)
    }

    @Test("before the document is signed there is none")
    func early() async throws {
        let document = try await engines.send([SamplePDF.plain().bytes()])
        await #expect(throws: Refusal.notYetSigned) {
            try await DownloadDocument(engines.ports).certificate(document.id, by: Engines.author)
        }
    }

    @Test("strangers do not learn of it")
    func foreign() async throws {
        let document = try await engines.finish(engines.send([SamplePDF.plain().bytes()]))
        await #expect(throws: Refusal.documentNotFound) {
            try await DownloadDocument(engines.ports).certificate(
                document.id, by: Sample.actor(Sample.stranger))
        }
    }
}
