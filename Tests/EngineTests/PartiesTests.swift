import Domain
import Foundation
import TamgaTestKit
import Testing

/// Five signers with every type of field, a reviewer and somebody with a copy: the finished file
/// before outside judges.
@Suite("Every party and every field in one document")
struct PartiesTests {
    private static let names = ["Анна Петрова", "김철수", "John Smith", "Ольга Цой", "박지성"]

    private static func recipients(isSequential: Bool) -> [NewRecipient] {
        let signers = names.enumerated().map { index, name in
            NewRecipient(
                name: PersonName(lastName: name, firstName: ""),
                contact: Contact("010-0000-000\(index)") ?? .email(Sample.anna.email),
                number: isSequential ? index + 2 : 1, role: .signer(.simple), access: .code)
        }
        let reviewer = NewRecipient(
            name: PersonName(lastName: "검토자", firstName: ""),
            contact: .email(Sample.email("reviewer@example.net")), number: 1, role: .reviewer,
            access: .link)
        let copy = NewRecipient(
            name: PersonName(lastName: "", firstName: ""),
            contact: .email(Sample.email("copy@example.net")), number: 9, role: .carbonCopy,
            access: .link)
        return [reviewer] + signers + [copy]
    }

    /// Rows of fields, one for each signer, in points from the lower left.
    private static func fields() -> [Field] {
        (1...names.count).flatMap { position in
            let y = 700 - 90 * Double(position)
            return [
                field("text", position, .text(maximumLength: nil), [(40, y)], width: 120),
                field("tick", position, .checkbox, [(180, y)], width: 16),
                field(
                    "radio", position, .radio(options: ["A", "B"]), [(220, y), (250, y)], width: 16),
                field(
                    "select", position, .selectBox(options: ["서울", "Москва"]), [(290, y)], width: 90
                ),
                field("stamp", position, .stamp, [(400, y)], width: 140),
            ]
        }
    }

    private static func field(
        _ id: String, _ position: Int, _ kind: Field.Kind, _ corners: [(Double, Double)],
        width: Double
    ) -> Field {
        Field(
            id: "\(id)\(position)", position: position, kind: kind,
            places: corners.map {
                Field.Place(page: 1, x: $0.0, y: $0.1, width: width, height: 20)
            }, label: id, isRequired: true, prefilled: nil)
    }

    private static func values(_ position: Int) -> [String: FieldValue] {
        [
            "text\(position)": .text("T\(position)값"), "tick\(position)": .tick(true),
            "radio\(position)": .text("B"), "select\(position)": .text("서울"),
            "stamp\(position)": .text(names[position - 1].filter { $0 != " " }),
        ]
    }

    /// What must be found, and in which field's first place or, for a choice, its second.
    private static func expectations() -> [(word: String, place: Field.Place)] {
        fields().flatMap { field -> [(String, Field.Place)] in
            let position = field.position
            return switch field.kind {
            case .text: [("T\(position)값", field.places[0])]
            case .checkbox: [("✓", field.places[0])]
            case .radio: [("●", field.places[1])]
            case .selectBox: [("서울", field.places[0])]
            case .stamp: [(names[position - 1].filter { $0 != " " }, field.places[0])]
            }
        }
    }

    @Test(
        "in order or all at once, judges find every signature good and every value in its place",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: [true, false])
    func finished(isSequential: Bool) async throws {
        let engines = try Engines()
        let sent = try await engines.send(
            [SamplePDF.plain().bytes()], to: Self.recipients(isSequential: isSequential),
            fields: Self.fields(), isSequential: isSequential)
        let reviewer = sent.recipients[0]
        _ = try await ReviewDocument(engines.ports)(engines.link(of: reviewer, in: sent))
        for signer in sent.signers {
            try await engines.sign(sent, signer, entering: Self.values(signer.position))
        }
        #expect(try await SealDocument(engines.ports)(sent.id))
        let path = try await engines.save(
            DownloadDocument(engines.ports).signed(sent.id, by: Engines.author))
        let verdicts = try await PyHankoJudge.verdicts(on: path, trusting: [engines.root()])
        #expect(verdicts.count == Self.names.count + 2)
        #expect(verdicts.filter { !$0.isGood } == [])
        let words = try await WordBox.all(on: 1, of: path)
        for (word, place) in Self.expectations() {
            #expect(words.contains { $0.text == word && $0.lies(in: place) }, "\(word) in \(place)")
        }
    }
}

/// A word and where pdftotext finds it, in points from the upper left.
private struct WordBox {
    let text: String
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    let pageHeight: Double

    static func all(on page: Int, of path: String) async throws -> [WordBox] {
        let answer = try await OutsideTool.run(
            "pdftotext", ["-bbox", "-f", "\(page)", "-l", "\(page)", path, "-"])
        let height = try #require(
            answer.output.firstMatch(of: /<page width="[0-9.]+" height="([0-9.]+)"/).map {
                Double($0.1)
            })
        let pattern =
            /<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">(.*?)<\/word>/
        return answer.output.matches(of: pattern).compactMap { match in
            guard let left = Double(match.1), let top = Double(match.2),
                let right = Double(match.3), let bottom = Double(match.4)
            else { return nil }
            return WordBox(
                text: String(match.5), left: left, top: top, right: right, bottom: bottom,
                pageHeight: height ?? 0)
        }
    }

    /// The middle of the word is what people see it at: boxes of tall fonts are larger than ink.
    func lies(in place: Field.Place) -> Bool {
        let (x, y) = ((left + right) / 2, pageHeight - (top + bottom) / 2)
        return (place.x...place.x + place.width).contains(x)
            && (place.y...place.y + place.height).contains(y)
    }
}
