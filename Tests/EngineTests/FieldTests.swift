import Domain
import Foundation
import TamgaTestKit
import Testing

@Suite("Fields that recipients fill")
struct FieldTests {
    private static func field(
        _ id: String, of position: Int, _ kind: Field.Kind, top: Double, isRequired: Bool = false
    ) -> Field {
        let count = if case .radio(let options) = kind { options.count } else { 1 }
        let places = (0..<count).map { index in
            Field.Place(
                page: 1, x: 60 + 200 * Double(position) + 30 * Double(index), y: 822 - top,
                width: count == 1 ? 150 : 14, height: 20)
        }
        return Field(
            id: "\(id)\(position)", position: position, kind: kind, places: places, label: id,
            isRequired: isRequired, prefilled: nil)
    }

    private static let fields = (0..<2).flatMap { position in
        [
            field("text", of: position, .text(maximumLength: 40), top: 300, isRequired: true),
            field("tick", of: position, .checkbox, top: 340),
            field("radio", of: position, .radio(options: ["A", "B"]), top: 380),
            field("select", of: position, .selectBox(options: ["Сеул", "Пусан"]), top: 420),
            field("stamp", of: position, .stamp, top: 460),
        ]
    }

    private static func values(_ position: Int, _ text: String) -> [String: FieldValue] {
        [
            "text\(position)": .text(text), "tick\(position)": .tick(true),
            "radio\(position)": .text("B"), "select\(position)": .text("Пусан"),
            "stamp\(position)": .text("홍길동"),
        ]
    }

    @Test(
        "a document with fields is laid out, filled, signed and sealed, and judged good",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"))
    func sealed() async throws {
        let engines = try Engines()
        let sent = try await engines.send([SamplePDF.plain().bytes()], fields: Self.fields)
        let document = try await engines.finish(
            sent, entering: [Self.values(0, "Анна Петрова"), Self.values(1, "김철수")])
        #expect(document.state.status == .signed)
        let path = try await engines.save(
            DownloadDocument(engines.ports).signed(document.id, by: Engines.author))
        let verdicts = try await PyHankoJudge.verdicts(on: path, trusting: [engines.root()])
        #expect(verdicts.count == 4)
        #expect(verdicts.filter { !$0.isGood } == [])
        let text = try await OutsideTool.run("pdftotext", ["-l", "1", "-layout", path, "-"]).output
        for part in ["Анна Петрова", "김철수", "✓", "●", "Пусан", "홍길동"] {
            #expect(text.contains(part))
        }
    }

    @Test("an entry that its field does not take is refused before anything is signed")
    func refused() async throws {
        let engines = try Engines()
        let sent = try await engines.send([SamplePDF.plain().bytes()], fields: Self.fields)
        await #expect(throws: Refusal.field(FieldTrouble("text1", .notOpen))) {
            try await engines.sign(sent, sent.recipients[0], entering: ["text1": .text("x")])
        }
        let document = try await engines.document(sent.id)
        #expect(document.recipients.allSatisfy { $0.turn?.approval == nil })
    }

    @Test("a required field left empty is refused by its id")
    func missing() async throws {
        let engines = try Engines()
        let sent = try await engines.send([SamplePDF.plain().bytes()], fields: Self.fields)
        await #expect(throws: Refusal.field(FieldTrouble("text0", .missing))) {
            try await engines.sign(sent, sent.recipients[0])
        }
    }
}
