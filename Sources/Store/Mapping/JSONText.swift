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
        guard case .text(let text) = sqlValue, let value = Self.value(text) else { return nil }
        self.value = value
        self.text = text
    }

    /// Most of these columns hold an empty list, for which no decoder is needed.
    private static func value(_ text: String) -> Value? {
        if text == "[]" || text == "{}",
            let empty = (Value.self as? any JSONCollection.Type)?.empty as? Value
        {
            return empty
        }
        return try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}

/// What is written as a list of values or members.
private protocol JSONCollection {
    static var empty: Self { get }
}

extension Array: JSONCollection {
    fileprivate static var empty: [Element] { [] }
}

extension Dictionary: JSONCollection {
    fileprivate static var empty: [Key: Value] { [:] }
}
