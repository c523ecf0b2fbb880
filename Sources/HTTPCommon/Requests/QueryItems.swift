public import Domain
public import HummingbirdCore

/// The query of an address, read as a form (WHATWG URL §5.1: `+` is a space). Names are compared
/// without regard to case.
public struct QueryItems: Sendable {
    private let items: [(name: String, value: String?)]

    public init(_ query: String) {
        items = query.split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                (formDecoded(parts[0]) ?? "").lowercased(),
                parts.count > 1 ? formDecoded(parts[1]) : ""
            )
        }
    }

    /// Fields that came by themselves, each in its own bytes; `nil` for what is not UTF-8.
    init(_ items: [(name: String, value: String?)]) {
        self.items = items.map { ($0.name.lowercased(), $0.value) }
    }

    /// In lower case, each once.
    public var names: Set<String> { Set(items.map(\.name)) }

    /// Every non-empty value of that name, in order. What is not UTF-8 is refused.
    public func all(_ name: String) throws(Refusal) -> [String] {
        var values: [String] = []
        for item in items where item.name == name.lowercased() {
            guard let value = item.value else { throw .invalid(path: name, .malformed) }
            if !value.isEmpty { values.append(value) }
        }
        return values
    }

    /// The value of that name; an empty one counts as absent, a second one is refused.
    public func first(_ name: String) throws(Refusal) -> String? {
        let values = try all(name)
        guard values.count < 2 else { throw .invalid(path: name, .repeated) }
        return values.first
    }

    /// `true` or `false` in any case.
    public func boolean(_ name: String) throws(Refusal) -> Bool? {
        switch try first(name)?.lowercased() {
        case nil: nil
        case "true": true
        case "false": false
        default: throw .invalid(path: name, .malformed)
        }
    }
}

extension Request {
    public var query: QueryItems { QueryItems(uri.query ?? "") }
}

/// `nil` where the bytes are not UTF-8 or an escape is not one.
private func formDecoded(_ text: Substring) -> String? {
    percentDecoded(text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 })
}
