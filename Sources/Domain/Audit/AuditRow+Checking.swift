extension AuditRow {
    /// Whether the row is this document's next after `cursor`: chained to it, and saying of itself
    /// what its hashed body says.
    public func follows(_ cursor: AuditCursor, in document: DocumentID) throws -> Bool {
        guard sequence == cursor.count + 1, hash == Self.hash(of: body, after: cursor.head) else {
            return false
        }
        let own = Mark(
            at: at.microseconds, document: "\(document)", kind: kind, sequence: sequence)
        return try mark() == own
    }

    /// The cursor after it.
    public var cursor: AuditCursor { AuditCursor(count: sequence, head: hash, lastAt: at) }
}

/// A stored trail is not what was written: a row is missing, foreign or changed.
public struct BrokenTrail: Error, Equatable {
    public let document: DocumentID
    /// The first row that is wrong.
    public let sequence: Int
}

extension Document {
    /// The trail up to this state of the document: rows added since belong to a later one.
    ///
    /// Throws ``BrokenTrail`` where it does not lead from the first row to ``audit``.
    func known(of trail: [AuditRow]) throws -> [AuditRow] {
        let known = Array(trail.prefix(audit.count))
        var cursor = AuditCursor.start(at: createdAt)
        for row in known {
            guard try row.follows(cursor, in: id) else {
                throw BrokenTrail(document: id, sequence: cursor.count + 1)
            }
            cursor = row.cursor
        }
        guard cursor.count == audit.count, cursor.head == audit.head else {
            throw BrokenTrail(document: id, sequence: cursor.count + 1)
        }
        return known
    }
}
