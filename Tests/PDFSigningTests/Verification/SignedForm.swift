import Crypto
import PDFCore
import PDFSigning
import TamgaTestKit

/// A form that somebody signs with a signature dictionary of the test's own making.
struct SignedForm: HostileFile {
    var bytes: [UInt8]
    private let pki: TestPKI
    private let signer: TestPKI.Holder
    private static let room = 3000

    /// - Parameter entries: more entries of the catalog.
    init(catalog entries: String = "") throws {
        pki = try TestPKI()
        signer = try pki.leaf("Signer")
        bytes = Self.form(entries)
    }

    private static func form(_ entries: String) -> [UInt8] {
        var file = SamplePDF()
        file.add("<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R \(entries)>>")
        file.add("<</Type/Pages/Kids[4 0 R]/Count 1>>")
        file.add(
            "<</Fields[6 0 R 7 0 R 8 0 R 9 0 R 10 0 R]/DA(/Helv 9 Tf)/DR<</Font 16 0 R>>/SigFlags 3>>"
        )
        file.add(
            """
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R
            /Annots[6 0 R 7 0 R 8 0 R 9 0 R 11 0 R 12 0 R]/Resources<</Font 14 0 R>>>>
            """)
        file.addStream("", "BT /Helv 24 Tf 72 760 Td (Pay 100) Tj ET")
        let widget = "<</Type/Annot/Subtype/Widget/P 4 0 R"
        file.add("\(widget)/FT/Tx/T(name)/V(Ann)/Rect[72 600 272 620]/AP<</N 13 0 R>>>>")
        file.add("\(widget)/FT/Tx/T(amount)/Rect[72 560 272 580]>>")
        file.add("\(widget)/FT/Tx/T(secret)/V(hidden)/F 2/Rect[72 520 272 540]>>")
        file.add("\(widget)/FT/Sig/T(second)/F 132/Rect[72 100 272 160]>>")
        file.add("<</FT/Btn/Ff 49152/T(choice)/V/Off/Kids[11 0 R 12 0 R]>>")
        for x in [72, 172] {
            file.add("\(widget)/Parent 10 0 R/AS/Off/Rect[\(x) 480 \(x + 20) 500]>>")
        }
        file.addStream(
            "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font 14 0 R>>",
            "BT /Helv 9 Tf 2 5 Td (Ann) Tj ET")
        file.add("<</Helv 15 0 R>>")
        file.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        file.add("<</Helv 15 0 R>>")
        return file.bytes()
    }

    /// Signs in a new invisible field; `signature` and `field` are more entries of the two, and
    /// `unsigned` is text behind /Contents that the signature leaves out with it.
    mutating func sign(
        _ name: String, signature: String = "", field: PDFDictionary = [:], unsigned: String = ""
    ) throws {
        let reader = try reader
        var update = IncrementalUpdate(after: try reader.tail)
        let (value, widget) = (update.allocate(), update.allocate())
        update.set(value, toSerialized: Self.signature(signature, unsigned))
        var entries: PDFDictionary = [
            "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"),
            "T": .text(name), "F": 132, "Rect": [0, 0, 0, 0], "V": .reference(value),
        ]
        for (key, value) in field { entries[key] = value }
        update.set(widget, to: .dictionary(entries))
        try append(widget, to: &update, reader)
        try finish(update, value, unsigned: unsigned.utf8.count)
    }

    private func append(
        _ widget: ObjectID, to update: inout IncrementalUpdate, _ reader: PDFReader
    ) throws {
        guard let (id, form) = try reader.acroForm(), let id else { return }
        var changed = form
        changed["Fields"] = .array((form["Fields"]?.array ?? []) + [.reference(widget)])
        update.set(id, to: .dictionary(changed))
    }

    /// Signs in an empty field.
    mutating func fill(_ name: String, signature: String = "") throws {
        let field = try field(name)
        var update = IncrementalUpdate(after: try reader.tail)
        let value = update.allocate()
        update.set(value, toSerialized: Self.signature(signature))
        var entries = field.dictionary
        entries["V"] = .reference(value)
        update.set(field.id, to: .dictionary(entries))
        try finish(update, value)
    }

    private static let hole = "[0 0000000001 0000000002 0000000003]"

    private static func signature(_ entries: String, _ unsigned: String = "") -> [UInt8] {
        let zeros = String(repeating: "0", count: room * 2)
        let form = entries.contains("/SubFilter") ? "" : "/Type/Sig/SubFilter/ETSI.CAdES.detached"
        return Array(
            "<<\(form)/Filter/Adobe.PPKLite\(entries)/ByteRange\(hole)/Contents<\(zeros)>\(unsigned)>>"
                .utf8)
    }

    /// Fills in the range, then the signature over it.
    private mutating func finish(
        _ update: IncrementalUpdate, _ value: ObjectID, unsigned: Int = 0
    ) throws {
        let made = update.finish(newID: [7])
        bytes += kept(made.bytes, after: try reader)
        let start = made.offsets[value] ?? 0
        let place = try reader.place(of: "Contents", in: value) ?? 0..<0
        let gap = place.lowerBound..<place.upperBound + unsigned
        let numbers = [gap.lowerBound, gap.upperBound, bytes.count - gap.upperBound]
        try overwrite(
            Self.hole, by: "[0 \(numbers.map(String.init).joined(separator: " "))]", behind: start)
        var hash = SHA256()
        hash.update(data: bytes[..<gap.lowerBound])
        hash.update(data: bytes[gap.upperBound...])
        let container = try signer.sign(Array(hash.finalize()), of: pki)
        let digits = Array("0123456789abcdef".utf8)
        let hex = container.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        bytes.replaceSubrange(gap.lowerBound + 1..<gap.lowerBound + 1 + hex.count, with: hex)
    }
}
