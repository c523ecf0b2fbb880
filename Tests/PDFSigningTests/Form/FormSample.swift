import PDFSigning
import PDFText
import TamgaTestKit

/// A document for five signers with fields of every kind on pages turned and cropped in every way.
enum FormSample {
    static let signerCount = 5

    /// One page for each signer: upright, turned by a quarter, half and three quarters, each cropped;
    /// and one that is neither.
    static func base() -> [UInt8] {
        var file = SamplePDF()
        let kids = (0..<signerCount).map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [\(kids)] /Count \(signerCount) >>")
        file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        for index in 0..<signerCount {
            let crop = index < 4 ? "/CropBox [40 30 560 800] /Rotate \(index * 90)" : ""
            file.add(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] \(crop)
                /Resources << /Font << /F1 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>
                """)
            file.addStream("", "BT /F1 24 Tf 272 420 Td (Page \(index + 1)) Tj ET")
        }
        return file.bytes()
    }

    /// Texts of the scripts that the machine's fonts have, one for each signer.
    static let texts = [
        "Иванов Пётр", "홍길동 서울", "契約書", "مرحبا", "Approved 😀",
    ]

    /// As pdftotext tells them with their boxes: every word from left to right.
    static let drawnTexts = texts.map { $0 == texts[3] ? String($0.reversed()) : $0 }
    static let words = "one two three four five six seven eight"

    static let text = Rectangle(x: 20, y: 300, width: 150, height: 20)
    static let lines = Rectangle(x: 20, y: 200, width: 90, height: 70)
    static let box = Rectangle(x: 200, y: 300, width: 16, height: 16)
    static let unticked = Rectangle(x: 230, y: 300, width: 16, height: 16)
    static let choices = [0, 1, 2].map {
        Rectangle(x: 200 + 30 * $0, y: 260, width: 14, height: 14)
    }
    static let selection = Rectangle(x: 20, y: 340, width: 100, height: 18)
    static let typed = Rectangle(x: 20, y: 100, width: 120, height: 40)
    static let drawn = Rectangle(x: 200, y: 100, width: 80, height: 40)
    static let prefilled = Rectangle(x: 150, y: 340, width: 120, height: 18)
    static let empty = Rectangle(x: 300, y: 300, width: 60, height: 18)

    /// The fields of the signers of these names.
    static func form(_ names: [String]) -> [FormSlot] {
        names.enumerated().flatMap { index, name in
            func slot(
                _ key: String, _ kind: FormSlot.Kind, _ rects: Rectangle...,
                prefilled: String? = nil
            ) -> FormSlot {
                FormSlot(
                    key: "\(key)\(index)", owner: name, kind: kind,
                    places: rects.map { FormSlot.Place(page: .base(index), rect: $0) },
                    label: "Поле \(key)", prefilled: prefilled.map { .text($0) })
            }
            var radio = slot("radio", .radio(options: ["A", "B", "C"]))
            radio.places = choices.map { FormSlot.Place(page: .base(index), rect: $0) }
            return [
                slot("text", .text(maximumLength: 20), text), slot("lines", .text(), lines),
                slot("tick", .checkbox, box), slot("untick", .checkbox, unticked), radio,
                slot("select", .select(options: ["Сеул", "Busan"]), selection),
                slot("typed", .stamp, typed), slot("drawn", .stamp, drawn),
                slot("known", .text(), prefilled, prefilled: "No. 12"),
                slot("empty", .text(), empty),
            ]
        }
    }

    /// What a signer enters.
    static func entries(_ index: Int) throws -> [String: FormEntry] {
        let entries: [String: FormEntry] = [
            "text": .text(texts[index]), "lines": .text(words),
            "tick": .tick(true), "untick": .tick(false), "radio": .text("B"),
            "select": .text("Сеул"), "typed": .text("Пётр"),
            "drawn": .picture(try Picture(PNGSample.flags[0].bytes)),
        ]
        return Dictionary(uniqueKeysWithValues: entries.map { ("\($0.key)\(index)", $0.value) })
    }

    static func ceremony() throws -> Ceremony {
        try Ceremony(base: base(), signers: signerCount, form: form)
    }

    /// Filled and signed by so many, in order.
    static func signed(by count: Int = signerCount) throws -> Ceremony {
        var ceremony = try ceremony()
        for index in 0..<count { try ceremony.sign(index, entering: entries(index)) }
        return ceremony
    }
}
