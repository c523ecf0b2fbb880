import TamgaTestKit
import Testing

@testable import Domain

@Suite("What a signer puts into the fields")
struct FillingTests {
    private static func field(
        _ id: String, of position: Int = 0, _ kind: Field.Kind = .text(maximumLength: nil),
        format: TextFormat? = nil, isRequired: Bool = false, prefilled: FieldValue? = nil
    ) -> Field {
        Field(
            id: id, position: position, kind: kind,
            places: [Field.Place(page: 1, x: 10, y: 10, width: 100, height: 20)], label: id,
            format: format, isRequired: isRequired, prefilled: prefilled)
    }

    private static func filling(
        _ fields: [Field], _ values: [String: FieldValue]
    ) throws -> Filling {
        let round = try Round(
            [
                Round.party(Round.phone, 1, .signer(.simple)),
                Round.party("second@example.net", 2, .signer(.simple)),
            ], fields: fields)
        return try round.document.filling(of: round.document.recipients[0], with: values)
    }

    @Test("what was prefilled stands where nothing else is entered")
    func prefilled() throws {
        let fields = [
            Self.field("a", prefilled: .text("서울")), Self.field("b", prefilled: .text("부산")),
            Self.field("c", .checkbox, prefilled: .tick(true)), Self.field("d", .stamp),
        ]
        let filling = try Self.filling(fields, ["b": .text("대구"), "d": .text("홍길동")])
        #expect(filling.entries == ["a": "서울", "b": "대구", "c": "true", "d": "홍길동"])
    }

    static let refusals: [(FieldTrouble.Cause, Field, FieldValue?)] = [
        (.notOpen, field("f", of: 1), .text("x")),
        (.missing, field("f", isRequired: true), nil),
        (.missing, field("f", isRequired: true), .text(" ")),
        (.missing, field("f", .checkbox, isRequired: true), .tick(false)),
        (.wrongFormat, field("f", format: .digits), .text("12a")),
        (.wrongFormat, field("f", format: .date), .text("2026-02-30")),
        (.wrongFormat, field("f", format: .email), .text("nobody")),
        (.wrongFormat, field("f", format: .phone), .text("12")),
    ]

    @Test("what a field does not take is refused by its id", arguments: refusals.indices)
    func refused(index: Int) {
        let (cause, field, value) = Self.refusals[index]
        #expect(throws: Refusal.field(FieldTrouble("f", cause))) {
            try Self.filling([field], value.map { ["f": $0] } ?? [:])
        }
    }

    @Test("a value for no field at all is refused by its name")
    func unknown() {
        #expect(throws: Refusal.field(FieldTrouble("stranger", .notOpen))) {
            try Self.filling([], ["stranger": .text("x")])
        }
    }
}
