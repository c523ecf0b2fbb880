import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite struct InspectionTests {
    private func facts(_ bytes: [UInt8]) throws -> UploadFacts {
        try UploadInspector(PDFReader(MemorySource(bytes))).facts()
    }

    private func catalog(_ entries: String) -> [UInt8] {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R \(entries) >>")
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
        return file.bytes()
    }

    @Test("a plain document is clean and kept")
    func plain() throws {
        let facts = try facts(SamplePDF.plain(pages: 3).bytes())
        #expect(facts.pageCount == 3)
        #expect(facts.treatment(isAlone: true) == .kept)
    }

    @Test("a clean document among several is written anew")
    func merged() throws {
        let facts = try facts(SamplePDF.plain().bytes())
        #expect(facts.treatment(isAlone: false) == .normalised(["several files become one"]))
    }

    @Test("a page's size is the one it shows, turned")
    func rotatedSize() throws {
        let sizes = try facts(SamplePDF.deepTree().bytes()).pageSizes
        #expect(sizes.map(\.width) == [300, 400])
        #expect(sizes.map(\.height) == [400, 300])
    }

    @Test("fields and the opening action of a form are named")
    func form() throws {
        let facts = try facts(SamplePDF.form().bytes())
        #expect(facts.fieldNames == ["name", "agree", "secret", "p01"])
        #expect(facts.hasOpenAction)
        #expect(!facts.isSigned)
    }

    enum Ability: Sendable { case script, launch, attachments }

    @Test(
        "what a file may do by itself is named",
        arguments: [
            ("/OpenAction << /S /JavaScript /JS (app.alert) >>", Ability.script),
            ("/Names << /JavaScript << /Names [] >> >>", .script),
            ("/AA << /WC << /S /GoTo /Next [<< /S /Launch >>] >> >>", .launch),
            ("/Names << /EmbeddedFiles << /Names [] >> >>", .attachments),
        ])
    func actions(entries: String, ability: Ability) throws {
        let facts = try facts(catalog(entries))
        #expect(facts.hasJavaScript == (ability == .script))
        #expect(facts.hasLaunch == (ability == .launch))
        #expect(facts.hasAttachments == (ability == .attachments))
    }

    @Test("a dynamic XFA form is refused")
    func dynamicXFA() throws {
        let bytes = catalog("/NeedsRendering true /AcroForm << /Fields [] /XFA (x) >>")
        #expect(try facts(bytes).treatment(isAlone: true) == .refused(.dynamicXFA))
    }

    @Test("a document that we certified counts as signed, with form filling allowed")
    func certified() throws {
        var ceremony = try Ceremony(base: SamplePDF.plain().bytes(), signers: 2)
        try ceremony.sign(0)
        let facts = try facts(ceremony.file)
        #expect(facts.signedFieldNames.sorted() == ["certification", "p01"])
        #expect(facts.certification == .formFilling)
        #expect(facts.treatment(isAlone: true) == .keptSigned)
        #expect(facts.treatment(isAlone: false) == .refused(.signedMustBeAlone))
    }

    @Test(
        "a signed file that leaves no room for signatures is refused with the reason",
        arguments: [
            BaseTreatment.Refusal.signedNoChanges, .signedAndLocked, .signedAndEncrypted,
            .signedAndHybrid, .signedAndDamaged,
        ])
    func refusals(refusal: BaseTreatment.Refusal) {
        var facts = UploadFacts()
        facts.signedFieldNames = ["Signature1"]
        facts.certification = refusal == .signedNoChanges ? .noChanges : .formFilling
        facts.areNewFieldsLocked = refusal == .signedAndLocked
        facts.isEncrypted = refusal == .signedAndEncrypted
        facts.isHybrid = refusal == .signedAndHybrid
        facts.uncleanReasons = refusal == .signedAndDamaged ? ["a wrong offset"] : []
        #expect(facts.treatment(isAlone: true) == .refused(refusal))
    }

    @Test(
        "signatures and hybrid files of the corpus are recognised",
        .enabled(if: Corpus.isAvailable, Corpus.missing),
        arguments: [
            ("pyhanko/minimal-two-fields-signed-twice.pdf", true, false),
            ("pyhanko/minimal-hybrid-xref.pdf", false, true),
            ("pyhanko/minimal-two-fields.pdf", false, false),
            // Its cross-reference stream gives offsets eight bytes.
            ("pyhanko/minimal-xref.pdf", false, false),
        ])
    func corpus(path: String, isSigned: Bool, isHybrid: Bool) throws {
        let facts = try facts(Corpus.read(path))
        #expect(facts.isSigned == isSigned)
        #expect(facts.isHybrid == isHybrid)
    }
}
