internal import FoundationEssentials
internal import SQLText

/// A value that is never searched for, as JSON in a column of its own.
struct JSONText<Value: Codable>: SQLConvertible {
    let value: Value
    let text: String

    init(_ value: Value) throws {
        self.value = value
        text = try Self.text(value)
    }

    var sqlValue: SQLValue { .text(text) }

    init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue, let value = Self.value(text) else { return nil }
        self.value = value
        self.text = text
    }

    /// Most of these columns hold an empty list, for which no coder is needed.
    private static func text(_ value: Value) throws -> String {
        if let empty = (value as? any JSONCollection)?.emptyText { return empty }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

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
    /// `nil` where something is in it.
    var emptyText: String? { get }
}

extension Array: JSONCollection {
    fileprivate static var empty: [Element] { [] }
    fileprivate var emptyText: String? { isEmpty ? "[]" : nil }
}

extension Dictionary: JSONCollection {
    fileprivate static var empty: [Key: Value] { [:] }
    fileprivate var emptyText: String? { isEmpty ? "{}" : nil }
}
