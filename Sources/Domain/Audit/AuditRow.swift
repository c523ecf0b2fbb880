/// One row of the append-only trail: `hash = SHA-256(previous ‖ canonical JSON of the row)`.
public struct AuditRow: Equatable, Sendable {
    /// From 1 without gaps.
    public let sequence: Int
    public let at: Instant
    public let kind: AuditEvent.Kind
    /// Canonical JSON (RFC 8785) with every fact of the row but its hash.
    public let body: String
    public let hash: ContentHash

    public init(
        sequence: Int, at: Instant, kind: AuditEvent.Kind, body: String, hash: ContentHash
    ) {
        self.sequence = sequence
        self.at = at
        self.kind = kind
        self.body = body
        self.hash = hash
    }

    /// The row that follows `cursor`, and the cursor after it.
    public static func append(
        _ event: AuditEvent, to cursor: AuditCursor, document: DocumentID, at now: Instant
    ) -> (AuditRow, AuditCursor) {
        let at = max(now, cursor.lastAt)
        let facts = CanonicalJSON.object(event.facts.mapValues(CanonicalJSON.string)).text
        // The members stand in the order of their names.
        let body = """
            {"at":\(at.microseconds),"document":"\(document)","facts":\(facts),\
            "kind":"\(event.kind.rawValue)","sequence":\(cursor.count + 1),\
            "subject":\(event.subject.json.text)}
            """
        let hash = Self.hash(of: body, after: cursor.head)
        let row = AuditRow(
            sequence: cursor.count + 1, at: at, kind: event.kind, body: body, hash: hash)
        return (row, AuditCursor(count: row.sequence, head: hash, lastAt: at))
    }

    /// The chain rule, for whoever checks a trail.
    public static func hash(of body: String, after previous: ContentHash) -> ContentHash {
        ContentHash(of: previous.bytes + Array(body.utf8))
    }
}

extension AuditEvent.Subject {
    var json: CanonicalJSON {
        switch self {
        case .system: .object(["type": .string("system")])
        case .user(let id, let email): Self.person("user", "\(id)", email.text)
        case .recipient(let id, let contact): Self.person("recipient", "\(id)", contact.text)
        }
    }

    private static func person(_ type: String, _ id: String, _ contact: String) -> CanonicalJSON {
        .object(["type": .string(type), "id": .string(id), "contact": .string(contact)])
    }
}
