import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Five signers who fill fields of every kind, one after another.
@Suite struct FormCeremonyTests {
    private static let needsPython: Comment = "TAMGA_PYTHON names no Python with pyHanko"

    private func signed() throws -> (ceremony: Ceremony, folder: TemporaryFolder) {
        let ceremony = try FormSample.signed()
        let folder = try TemporaryFolder()
        try folder.write(ceremony.file, as: "signed.pdf")
        try folder.write(try ceremony.pki.root.der, as: "root.der")
        return (ceremony, folder)
    }

    @Test(
        "pyHanko finds every signature good and every change permitted",
        .enabled(if: PyHankoJudge.isAvailable, needsPython))
    func pyHankoAgrees() async throws {
        let (ceremony, folder) = try signed()
        let verdicts = try await PyHankoJudge.verdicts(
            on: folder.file("signed.pdf"), trusting: [folder.file("root.der")])
        #expect(verdicts.map(\.field) == ["certification"] + ceremony.names)
        #expect(verdicts.filter { !$0.isGood } == [])
        #expect(verdicts.map(\.docmdpOK) == Array(repeating: true, count: 6))
    }

    @Test("pdfsig finds every signature valid")
    func pdfsigAgrees() async throws {
        let (_, folder) = try signed()
        let answer = try await OutsideTool.run("pdfsig", ["-nocert", folder.file("signed.pdf")])
        #expect(answer.output.ranges(of: "Signature is Valid").count == 6, "\(answer.output)")
    }

    @Test("mutool finds every signature valid")
    func mutoolAgrees() async throws {
        let (_, folder) = try signed()
        let answer = try await OutsideTool.run("mutool", ["sign", "-v", folder.file("signed.pdf")])
        #expect(answer.output.ranges(of: "The signature is valid").count == 5, "\(answer.output)")
        #expect(answer.output.ranges(of: "The document is unchanged").count == 1)
    }

    @Test("qpdf finds nothing to complain about")
    func qpdfAgrees() async throws {
        let (_, folder) = try signed()
        let answer = try await OutsideTool.run("qpdf", ["--check", folder.file("signed.pdf")])
        #expect(answer.succeeded, "\(answer.output)\(answer.errors)")
    }

    @Test("our verifier finds nothing wrong, whoever has signed", arguments: 1...5)
    func weAgree(count: Int) throws {
        let file = try FormSample.signed(by: count).file
        let report = VerificationReport(of: MemorySource(file))
        #expect(report.complaints == [])
        #expect(report.signatures.count == count + 1)
    }

    @Test("every value is found at its place, in every script, on every page", arguments: 0..<5)
    func values(index: Int) async throws {
        let words = try await WordBoxes(of: FormSample.signed().file)
        #expect(words.text(on: index, in: FormSample.text) == FormSample.drawnTexts[index])
        #expect(words.text(on: index, in: FormSample.lines) == FormSample.words)
        #expect(words.text(on: index, in: FormSample.box) == "✓")
        #expect(words.text(on: index, in: FormSample.unticked) == "")
        #expect(
            FormSample.choices.map { words.text(on: index, in: $0) } == ["", "●", ""])
        #expect(words.text(on: index, in: FormSample.selection) == "Сеул")
        #expect(words.text(on: index, in: FormSample.typed) == "Пётр")
        #expect(words.text(on: index, in: FormSample.prefilled) == "No. 12")
        #expect(words.text(on: index, in: FormSample.empty) == "")
    }

    @Test("what is written from right to left reads in its order")
    func rightToLeft() async throws {
        let (_, folder) = try signed()
        let path = folder.file("signed.pdf")
        let answer = try await OutsideTool.run("pdftotext", ["-f", "4", "-l", "4", path, "-"])
        #expect(answer.output.contains(FormSample.texts[3]))
    }

    @Test("before anybody signs no field shows anything, prefilled or not")
    func nothingYet() async throws {
        let words = try await WordBoxes(of: FormSample.ceremony().file)
        for rect in [FormSample.text, FormSample.box, FormSample.prefilled] {
            #expect(words.text(on: 0, in: rect) == "")
        }
    }

    @Test("a context rebuilt from the bytes says the same, whoever has signed", arguments: 0...5)
    func rebuilt(count: Int) throws {
        let ceremony = try FormSample.signed(by: count)
        let reader = try PDFReader(MemorySource(ceremony.file))
        let rebuilt = try RevisionContext(rebuildingFrom: reader)
        #expect(ceremony.context.agrees(withRebuilt: rebuilt))
        #expect(rebuilt.structure.formFields.count == 12 * (5 - count))
    }

    @Test("signing goes on from a rebuilt context")
    func fromRebuiltContext() throws {
        var ceremony = try FormSample.signed(by: 1)
        try ceremony.forgetContext()
        try ceremony.sign(1, entering: FormSample.entries(1))
        #expect(VerificationReport(of: MemorySource(ceremony.file)).complaints == [])
    }
}
