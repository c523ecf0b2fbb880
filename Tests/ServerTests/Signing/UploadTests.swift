import Domain
import TamgaTestKit
import Testing

@Suite("Uploads of every kind")
struct UploadTests {
    @Test("several files become one document, in order")
    func merges() async throws {
        let site = try await Site()
        let signed = try await site.completed(
            site.sent([SamplePDF.plain(pages: 2).bytes(), SamplePDF.deepTree().bytes()]))
        let text = try await site.download(signed.id).text()
        let places = try ["Contract page 1", "Contract page 2", "Deep page", "Upper page"].map {
            try #require(text.ranges(of: $0).first).lowerBound
        }
        #expect(places == places.sorted())
    }

    @Test("what was entered in an upload's own form stays, as page content")
    func form() async throws {
        let site = try await Site()
        let signed = try await site.completed(site.sent([SamplePDF.form().bytes()]))
        #expect(try await site.download(signed.id).text().contains("Filled value"))
    }

    @Test("a file with a password is an error, and its document stays a draft")
    func password() async throws {
        let site = try await Site()
        let plain = try site.folder.write(SamplePDF.plain().bytes(), as: "plain.pdf")
        try await OutsideTool.qpdf(
            ["--encrypt", "secret", "owner", "256", "--"], from: plain,
            to: site.folder.file("locked.pdf"))
        let draft = try await site.draft()
        let document = try await site.upload([site.folder.read("locked.pdf")], to: draft.id)
        #expect(document.files.map(\.status) == [.error(.passwordRequired)])
        #expect(document.state == .draft)
    }

    @Test("a damaged file is repaired and signed")
    func damaged() async throws {
        let site = try await Site()
        let junk = Array("some mail gateway wrote this\n".utf8)
        let signed = try await site.completed(site.sent([junk + SamplePDF.plain().bytes()]))
        let file = try await site.download(signed.id)
        #expect(file.bytes.starts(with: "%PDF-".utf8))
        #expect(try await file.text().contains("Contract page 1"))
        #expect(try await file.pdfsig().ranges(of: "Signature is Valid").count == 3)
    }

    @Test("what is no PDF is an error, and may be replaced by what is one")
    func replaced() async throws {
        let site = try await Site()
        let draft = try await site.draft()
        let refused = try await site.upload([Array("%PDF-1.7 and no more".utf8)], to: draft.id)
        #expect(refused.state == .draft)
        let sent = try await site.upload([SamplePDF.plain().bytes()], to: draft.id)
        #expect(sent.state == .signing)
    }
}

@Suite("Uploads that are signed already")
struct SignedUploadTests {
    /// Signed with us, downloaded, and sent again.
    private func signedElsewhere() async throws -> [UInt8] {
        let elsewhere = try await Site()
        let signed = try await elsewhere.completed(elsewhere.sent(signers: ["Чужой Человек"]))
        return try await elsewhere.download(signed.id).bytes
    }

    @Test("earlier signatures stay valid under new ones")
    func countersigned() async throws {
        let upload = try await signedElsewhere()
        let site = try await Site()
        let file = try await site.download(site.completed(site.sent([upload])).id)
        #expect(file.bytes.starts(with: upload))
        #expect(try await file.pdfsig().ranges(of: "Signature is Valid").count == 4)
    }

    @Test("a signed file together with another is an error")
    func notAlone() async throws {
        let upload = try await signedElsewhere()
        let site = try await Site()
        let draft = try await site.draft()
        let document = try await site.upload([upload, SamplePDF.plain().bytes()], to: draft.id)
        #expect(document.state == .draft)
        #expect(document.files.map(\.status).contains(.error(.signedAmongOthers)))
    }

    @Test(
        "pyHanko finds a foreign file's signatures as good as before, and ours good",
        .enabled(
            if: PyHankoJudge.isAvailable && Corpus.isAvailable,
            "TAMGA_PYTHON or TAMGA_CORPORA is not set"))
    func corpus() async throws {
        let upload = try Corpus.read("pyhanko/minimal-two-fields-signed-twice.pdf")
        let site = try await Site()
        let sent = try await site.sent([upload])
        let before = try await site.file([sent.files[0].original]).pyHanko()
        let after = try await site.download(site.completed(sent).id).pyHanko()
        #expect(after.count == before.count + 3)
        #expect(after.suffix(3).filter { !$0.isGood } == [])
        for (old, new) in zip(before, after) {
            #expect(new.intact == true && new.valid == true && new.field == old.field)
            #expect(new.docmdpOK == true && new.change == nil)
        }
    }
}
