import FoundationEssentials
import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit

/// A whole signing of one document, kept revision by revision as a server would keep it.
struct Ceremony {
    static let started = Date(timeIntervalSince1970: 1_767_225_600)  // 2026-01-01

    let pki: TestPKI
    let signers: [TestPKI.Holder]
    let names: [String]
    /// The base, then what each signature appended.
    private(set) var parts: [[UInt8]]
    private(set) var context: RevisionContext

    var file: [UInt8] { Array(parts.joined()) }

    /// Lays a base out for so many signers, with the fields that `form` gives to their names, and
    /// certifies it.
    init(
        base: [UInt8], signers count: Int, form: ([String]) -> [FormSlot] = { _ in [] }
    ) throws {
        let pki = try TestPKI()
        let seal = try pki.leaf("Test Seal")
        let reader = try PDFReader(MemorySource(base))
        let names = FieldNames.make(count, avoiding: try reader.fields().map(\.name))
        let update = try Self.layout(names, form: form(names)).prepared(on: reader)
        let certified = try update.signed { try seal.sign($0, of: pki) }
        self.pki = pki
        self.names = names
        signers = try (0..<count).map { try pki.leaf("Подписант \($0 + 1)") }
        parts = [base, certified.bytes]
        context = certified.context
    }

    /// Signs as one signer, from the stored context alone, and returns the update.
    @discardableResult
    mutating func sign(
        _ index: Int, entering entries: [String: FormEntry] = [:]
    ) throws -> [UInt8] {
        let stored = try RevisionContext(encoded: context.encoded())
        var signer = Self.update(names[index], number: index + 1)
        signer.filling = FormFilling(entries, language: "ru")
        let update = try signer.prepared(on: stored)
        let signed = try update.signed { try signers[index].sign($0, of: pki) }
        parts.append(signed.bytes)
        context = signed.context
        return signed.bytes
    }

    /// Loses the stored context, as a server may, and reads it from the bytes again.
    mutating func forgetContext() throws {
        context = try RevisionContext(rebuildingFrom: PDFReader(MemorySource(file)))
    }

    static func update(_ field: String, number: Int) -> SignerUpdate {
        let claim = SignatureClaim(
            name: "Подписант \(number)", reason: "Signed simply",
            date: started.addingTimeInterval(Double(number) * 60))
        return SignerUpdate(fieldName: field, claim: claim, contentsRoom: 3000) { size in
            try evidence(number).canvas(size, by: Typesetter())
        }
    }

    static func layout(_ names: [String], form: [FormSlot] = []) throws -> LayoutUpdate {
        let typesetter = Typesetter()
        var sheet = Sheet(title: "Лист подписей", language: "ru") { "\($0) / \($1)" }
        sheet.entries = names.enumerated().map { index, name in
            Sheet.Entry(
                key: "signer \(index)", title: "Подписант \(index + 1)",
                facts: [Fact("E-mail", "signer\(index + 1)@example.org")],
                slotHeight: SlotDrawing.height(facts: 4, hasHeading: true))
        }
        let fields = names.enumerated().map { (name: $1, entry: "signer \($0)") }
        let certification = LayoutUpdate.Certification(
            claim: SignatureClaim(name: "Test Seal", date: started), contentsRoom: 3000)
        let texts = evidence(1).facts.flatMap { [$0.label, $0.value] } + ["0123456789ABCDEF:-"]
        return try LayoutUpdate(
            sheet: try typesetter.pages(of: sheet), fields: fields, form: form, language: "ru",
            certification: certification,
            reserved: try SlotDrawing.reserve(
                headings: ["Подписано"], texts: texts, language: "ru", by: typesetter))
    }

    private static func evidence(_ number: Int) -> SlotDrawing {
        let minute = 10 + number
        let facts = [
            Fact("Время", "2026-01-01 12:\(minute):00 UTC"),
            Fact("Подтверждено", "кодом из письма"),
            Fact("Сертификат", "Test Issuing Authority"),
            Fact("Отпечаток", "7A3F0B1944C2D5E6881090ABCDEF1234567890\(minute)"),
        ]
        return SlotDrawing(heading: "Подписано", facts: facts, language: "ru")
    }
}
