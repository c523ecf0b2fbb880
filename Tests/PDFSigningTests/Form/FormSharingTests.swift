import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

/// Fields of one signer that look alike.
@Suite struct FormSharingTests {
    /// Of each signer two ticked boxes of one size, a larger one, and a text in two fields.
    private static func form(_ names: [String]) -> [FormSlot] {
        names.enumerated().flatMap { index, name in
            let sides = [16.0, 16.0, 24.0]
            let boxes = sides.enumerated().map { number, side in
                slot("box\(number)", .checkbox, name, 40 + 50 * Double(number), index, side)
            }
            return boxes + [
                slot("text0", .text(), name, 200, index, 20),
                slot("text1", .text(), name, 260, index, 20),
            ]
        }
    }

    private static func slot(
        _ key: String, _ kind: FormSlot.Kind, _ owner: String, _ x: Double, _ row: Int,
        _ side: Double
    ) -> FormSlot {
        let rect = Rectangle(x: x, y: 300 + 50 * Double(row), width: side + 20, height: side)
        return FormSlot(
            key: "\(key) \(row)", owner: owner, kind: kind,
            places: [FormSlot.Place(page: .base(0), rect: rect)])
    }

    private static func signed() throws -> Ceremony {
        var ceremony = try Ceremony(base: FormSample.base(), signers: 2, form: form)
        for row in 0..<2 {
            try ceremony.sign(
                row,
                entering: [
                    "box0 \(row)": .tick(true), "box1 \(row)": .tick(true),
                    "box2 \(row)": .tick(true), "text0 \(row)": .text("Seoul"),
                    "text1 \(row)": .text("Seoul"),
                ])
        }
        return ceremony
    }

    @Test("they have one appearance, and nobody shares it with another signer")
    func shared() throws {
        let reader = try PDFReader(MemorySource(Self.signed().file))
        let appearances = try reader.fields().compactMap { field in
            field.type == "Tx" ? field.dictionary["AP"]?.dictionary?["N"]?.reference : nil
        }
        #expect(appearances.count == 10)
        #expect(Set(appearances).count == 6)
        #expect(Set(appearances.prefix(5)).isDisjoint(with: appearances.suffix(5)))
    }

    @Test("our verifier finds nothing wrong with that")
    func weAgree() throws {
        #expect(try VerificationReport(of: MemorySource(Self.signed().file)).complaints == [])
    }

    @Test(
        "pyHanko finds every change permitted",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"))
    func pyHankoAgrees() async throws {
        let ceremony = try Self.signed()
        let folder = try TemporaryFolder()
        let path = try folder.write(ceremony.file, as: "signed.pdf")
        let root = try folder.write(try ceremony.pki.root.der, as: "root.der")
        let verdicts = try await PyHankoJudge.verdicts(on: path, trusting: [root])
        #expect(verdicts.count == 3)
        #expect(verdicts.filter { !$0.isGood } == [])
    }

    @Test("each shows its value at its own place")
    func values() async throws {
        let words = try await WordBoxes(of: Self.signed().file)
        for slot in Self.form(["a", "b"]) {
            let shown = words.text(on: 0, in: slot.places[0].rect)
            #expect(shown == (slot.kind == .checkbox ? "✓" : "Seoul"), "\(slot.key)")
        }
    }
}
