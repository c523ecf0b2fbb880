import FoundationEssentials

/// What a row of the trail tells people: who, and the facts of the event.
public struct AuditEntry: Equatable, Sendable {
    /// Address or telephone number of the person who acted; `nil` for the system.
    public let contact: String?
    public let facts: [String: String]
}

extension AuditRow {
    /// A row that was stored by us and cannot be read is a fault.
    public func entry() throws -> AuditEntry {
        var reader = CanonicalJSONReader(body)
        guard case .object(let row) = try reader.document(),
            case .object(let facts)? = row["facts"], case .object(let subject)? = row["subject"]
        else { throw CanonicalJSONReader.Malformed(offset: 0) }
        return AuditEntry(
            contact: subject["contact"]?.string, facts: facts.compactMapValues(\.string))
    }

    /// What the body says of the row itself.
    struct Mark: Decodable, Equatable {
        let at: Int64
        let document: String
        let kind: AuditEvent.Kind
        let sequence: Int
    }

    func mark() throws -> Mark {
        try JSONDecoder().decode(Mark.self, from: Data(body.utf8))
    }
}

extension CanonicalJSON {
    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
