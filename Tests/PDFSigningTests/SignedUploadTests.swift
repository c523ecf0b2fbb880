import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite struct SignedUploadTests {
    /// A file certified and signed by others, then given two invisible fields, both signed.
    private func countersigned(_ upload: [UInt8], names: [String]) throws -> ([UInt8], TestPKI) {
        let pki = try TestPKI()
        let signer = try pki.leaf("Late Signer")
        let added = try SignatureFieldsUpdate(names: names)
            .made(on: try PDFReader(MemorySource(upload)))
        var (file, context) = (upload + added.bytes, added.context)
        for name in names {
            let claim = SignatureClaim(name: "Late Signer", date: Ceremony.started)
            let update = SignerUpdate(fieldName: name, claim: claim, contentsRoom: 3000)
            let signed = try update.prepared(on: context).signed { try signer.sign($0, of: pki) }
            file += signed.bytes
            context = signed.context
        }
        return (file, pki)
    }

    @Test(
        "pyHanko takes invisible fields on a certified file for permitted changes",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"))
    func certifiedUpload() async throws {
        var upload = try Ceremony(base: SamplePDF.plain().bytes(), signers: 1)
        try upload.sign(0)
        let (file, pki) = try countersigned(upload.file, names: ["q01", "q02"])
        let folder = try TemporaryFolder()
        let roots = try [upload.pki, pki].enumerated().map {
            try folder.write(try $1.root.der, as: "\($0).der")
        }
        let verdicts = try await PyHankoJudge.verdicts(
            on: folder.write(file, as: "file.pdf"), trusting: roots)
        #expect(verdicts.map(\.field) == ["certification", "p01", "q01", "q02"])
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test(
        "signatures of the corpus survive ours",
        .enabled(
            if: PyHankoJudge.isAvailable && Corpus.isAvailable, "TAMGA_PYTHON or TAMGA_CORPORA"),
        arguments: [
            "pyhanko/minimal-two-fields-signed-twice.pdf",
            "pyhanko/pades-lta-dss-indirect-arrs-test.pdf",
            "pyhanko/minimal-signed-twice-both-created.pdf",
        ])
    func corpus(path: String) async throws {
        let upload = try Corpus.read(path)
        let (file, _) = try countersigned(upload, names: ["q01", "q02"])
        let folder = try TemporaryFolder()
        let before = try await PyHankoJudge.verdicts(
            on: folder.write(upload, as: "before.pdf"), trusting: [])
        let after = try await PyHankoJudge.verdicts(
            on: folder.write(file, as: "after.pdf"), trusting: [])
        #expect(after.count == before.count + 2)
        for verdict in after {
            #expect(verdict.intact == true && verdict.valid == true)
            #expect(verdict.change == nil && verdict.modification != "OTHER")
        }
    }

    @Test(
        "the context after adding fields is what the bytes tell",
        .enabled(if: Corpus.isAvailable, Corpus.missing),
        arguments: [
            "pyhanko/minimal-two-fields-signed-twice.pdf",
            "pyhanko/pades-lta-dss-indirect-arrs-test.pdf",
            "pyhanko/minimal-signed-twice-both-created.pdf",
        ])
    func context(path: String) throws {
        let upload = try Corpus.read(path)
        let added = try SignatureFieldsUpdate(names: ["q01"])
            .made(on: PDFReader(MemorySource(upload)))
        let reader = try PDFReader(MemorySource(upload + added.bytes))
        #expect(added.context.agrees(withRebuilt: try RevisionContext(rebuildingFrom: reader)))
    }

    @Test("a name of the upload is refused")
    func clash() throws {
        let upload = try Ceremony(base: SamplePDF.plain().bytes(), signers: 1).file
        #expect(throws: SigningError.fieldNameTaken("p01")) {
            try SignatureFieldsUpdate(names: ["p01"]).made(on: PDFReader(MemorySource(upload)))
        }
    }
}
