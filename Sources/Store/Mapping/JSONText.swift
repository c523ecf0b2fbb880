internal import FoundationEssentials
internal import SQLText

/// A value that is never searched for, as JSON in a column of its own.
struct JSONText<Value: Codable>: SQLConvertible {
    let value: Value
    private let text: String

    init(_ value: Value) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        self.value = value
        text = String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    var sqlValue: SQLValue { .text(text) }

    init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue,
            let value = try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
        else { return nil }
        self.value = value
        self.text = text
    }
}
