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
        let body = try JSONDecoder().decode(Body.self, from: Data(body.utf8))
        return AuditEntry(contact: body.subject.contact, facts: body.facts)
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

    private struct Body: Decodable {
        struct Subject: Decodable {
            let contact: String?
        }

        let facts: [String: String]
        let subject: Subject
    }
}
