import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Updates of a form that one approval signature signs, or a certification.
@Suite struct FormAttackTests {
    typealias Change = Mutation<SignedForm>

    @Test("an approval permits forms to be filled and nothing else", arguments: onApproved)
    func approved(_ mutation: Change) throws {
        var form = try SignedForm()
        try form.sign("first")
        try check(mutation, &form)
    }

    @Test("a certification of level 2 permits the same", arguments: onApproved)
    func certified(_ mutation: Change) throws {
        var form = try SignedForm()
        try form.sign("first", signature: Self.certification(2))
        try check(mutation, &form)
    }

    @Test("a certification of level 1 permits validation data alone", arguments: onClosed)
    func closed(_ mutation: Change) throws {
        var form = try SignedForm()
        try form.sign("first", signature: Self.certification(1))
        try check(mutation, &form)
    }

    @Test("a certification of level 3 permits comments too", arguments: onCommented)
    func commented(_ mutation: Change) throws {
        var form = try SignedForm()
        try form.sign("first", signature: Self.certification(3))
        try check(mutation, &form)
    }

    @Test("comments on what no certification opens for them are found", arguments: [nil, 1, 2])
    func comment(level: Int?) throws {
        var form = try SignedForm()
        try form.sign("first", signature: level.map(Self.certification) ?? "")
        try form.annotate(["Subtype": .name("Text"), "Rect": [0, 0, 9, 9]])
        #expect(form.findings == [.visibleAddition])
    }

    private func check(_ mutation: Change, _ form: inout SignedForm) throws {
        #expect(form.report.complaints == [])
        try mutation.apply(&form)
        #expect(form.findings == mutation.findings, "\(form.report.complaints)")
    }

    static func certification(_ level: Int) -> String {
        """
        /Reference[<</Type/SigRef/TransformMethod/DocMDP
        /TransformParams<</Type/TransformParams/V/1.2/P \(level)>>>>]
        """
    }

    private static let onApproved: [Change] =
        [
            Change("a value") { try $0.edit(field: "amount") { $0["V"] = .text("100") } },
            Change("a value with its appearance") { try $0.draw("amount", value: .text("100")) },
            Change("an appearance drawn anew in place") {
                try $0.redraw(ObjectID(13), "BT /Helv 9 Tf 2 5 Td (Bob) Tj ET")
            },
            Change("a choice") { form in
                try form.edit(ObjectID(10)) { $0["V"] = .name("0") }
                try form.edit(ObjectID(11)) { $0["AS"] = .name("0") }
            },
            Change("a second signature") { try $0.fill("second") },
            Change("a signature in a new invisible field") { try $0.sign("third") },
            Change("a font for the form") {
                try $0.edit(ObjectID(16)) { $0["ZaDb"] = .reference(ObjectID(15)) }
            },
            Change("a font for the pages", .forbiddenChange) {
                try $0.edit(ObjectID(14)) { $0["ZaDb"] = .reference(ObjectID(15)) }
            },
            Change("metadata") { form in
                try form.update { update, reader in
                    let metadata = update.allocate()
                    update.set(metadata, toStream: ["Type": .name("Metadata")], body: [0x20])
                    var catalog = try reader.catalog()
                    catalog["Metadata"] = .reference(metadata)
                    update.set(try reader.tail.root, to: .dictionary(catalog))
                }
            },
            Change("a value gone", .forbiddenChange) {
                try $0.edit(field: "name") { $0["V"] = nil }
            },
            Change("a hidden field shown", .visibleAddition) {
                try $0.edit(field: "secret") { $0["F"] = 0 }
            },
            Change("a shown field hidden", .visibleAddition) {
                try $0.edit(field: "name") { $0["F"] = 2 }
            },
            Change("another font in a field", .forbiddenChange) {
                try $0.edit(field: "name") { $0["DA"] = .text("/Evil 9 Tf") }
            },
            Change("a script in a field", .forbiddenChange) {
                try $0.edit(field: "name") { $0["AA"] = ["K": ["S": .name("JavaScript")]] }
            },
            Change("another name", .forbiddenChange) {
                try $0.edit(field: "name") { $0["T"] = .text("payee") }
            },
            Change("the font of a field swapped", .forbiddenChange) { form in
                try form.edit(ObjectID(15)) { $0["BaseFont"] = .name("Symbol") }
            },
            Change("the name of a font led elsewhere", .forbiddenChange) { form in
                try form.edit(ObjectID(14)) { $0["Helv"] = .reference(ObjectID(5)) }
            },
            Change("appearances to be made by viewers", .forbiddenChange) {
                try $0.edit(ObjectID(3)) { $0["NeedAppearances"] = true }
            },
            Change("an unsigned signature field drawn", .visibleAddition) {
                try $0.draw("second", value: nil)
            },
            Change("text on the page", .forbiddenChange) {
                try $0.redraw(ObjectID(5), "BT /Helv 24 Tf 72 760 Td (Pay 900) Tj ET")
            },
            Change("a text field added", .forbiddenChange) {
                try $0.add(field: ["FT": .name("Tx"), "T": .text("new"), "Rect": [0, 0, 9, 9]])
            },
            Change("a signature field that acts", .forbiddenChange) {
                try $0.add(
                    field: [
                        "FT": .name("Sig"), "T": .text("new"), "Rect": [0, 0, 0, 0], "A": [:],
                    ])
            },
            Change("a second field of a name", .forbiddenChange) {
                try $0.add(field: ["FT": .name("Sig"), "T": .text("name"), "Rect": [0, 0, 0, 0]])
            },
            Change("a catalog key twice", .shadow) { form in
                try form.rewrite(ObjectID(1)) {
                    "<</OpenAction<</S/JavaScript>>"
                        + $0.dropFirst(2).replacing("/Pages", with: "/OpenAction null/Pages")
                }
            },
            Change("bytes that no table lists", .incrementalSaving) { form in
                let start = form.bytes.count
                form.append("4 0 obj\n<</Type/Page>>\nendobj\n")
                try form.edit(field: "amount") { $0["V"] = .text("1") }
                #expect(start < form.bytes.count)
            },
            Change("a key of encryption", .shadow) { form in
                let tail = try form.reader.tail
                let start = form.bytes.count
                form.append("30 0 obj\n<<>>\nendobj\n")
                let table = form.bytes.count
                let digits = String(String(10_000_000_000 + start).dropFirst())
                form.append(
                    "xref\n30 1\n\(digits) 00000 n\r\ntrailer\n<</Size 31/Root 1 0 R/Encrypt 30 0 R"
                )
                form.append("/Prev \(tail.startXref)>>\nstartxref\n\(table)\n%%EOF\n")
            },
        ]
        + (["FreeText", "Stamp", "Redact", "Square", "Link", "Highlight"] as [PDFName]).map {
            kind in
            Change("a new annotation \(kind.text)", .visibleAddition) {
                try $0.annotate(["Subtype": .name(kind), "Rect": [0, 0, 300, 300]])
            }
        }

    private static let onClosed: [Change] = [
        Change("a value", .certificationLevel) {
            try $0.edit(field: "amount") { $0["V"] = .text("100") }
        },
        Change("a second signature", .certificationLevel) { try $0.fill("second") },
        Change("a signature in a new field", .certificationLevel) { try $0.sign("third") },
        Change("a signature that calls itself a timestamp", .certificationLevel, .unusableSignature)
        { try $0.sign("third", signature: "/Type/DocTimeStamp/SubFilter/ETSI.CAdES.detached") },
        Change("validation data") { form in
            try form.update { update, reader in
                let certificate = update.allocate()
                update.set(certificate, toStream: [:], body: [1, 2, 3])
                var catalog = try reader.catalog()
                catalog["DSS"] = ["Certs": [.reference(certificate)]]
                update.set(try reader.tail.root, to: .dictionary(catalog))
            }
        },
    ]

    private static let onCommented: [Change] =
        (["Text", "Highlight", "Underline", "StrikeOut", "Squiggly"] as [PDFName]).map { kind in
            Change("a comment \(kind.text)") {
                try $0.annotate(["Subtype": .name(kind), "Rect": [0, 0, 9, 9]])
            }
        }
        + (["FreeText", "Stamp", "Redact", "Square", "Ink", "Watermark"] as [PDFName]).map { kind in
            Change("a drawing \(kind.text)", .visibleAddition) {
                try $0.annotate(["Subtype": .name(kind), "Rect": [0, 0, 9, 9]])
            }
        } + [
            Change("a comment that acts", .visibleAddition) {
                try $0.annotate(["Subtype": .name("Text"), "A": ["S": .name("JavaScript")]])
            },
            Change("a highlight with words of its own", .visibleAddition) { form in
                try form.update { update, _ in
                    update.set(
                        ObjectID(40), toStream: ["Resources": ["Font": [:]]], body: [0x20])
                }
                try form.annotate(
                    ["Subtype": .name("Highlight"), "AP": ["N": .reference(ObjectID(40))]])
            },
            Change("a widget removed", .visibleAddition) { form in
                try form.edit(form.page) {
                    $0["Annots"] = .array(($0["Annots"]?.array ?? []).dropLast())
                }
            },
        ]
}
