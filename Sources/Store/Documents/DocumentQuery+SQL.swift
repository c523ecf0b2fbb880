internal import Domain
internal import SQLText

extension DocumentQuery {
    /// One page by key, newest first. Each branch walks an index in the order of the result and
    /// stops at `limit`, so that a page costs the same at the end of a month as at its start.
    func statement(after cursor: Cursor?, limit: Int) -> SQL {
        switch scope {
        case .account: "\(ofAccount(after: cursor)) LIMIT \(limit)"
        case .accountAndPersonal:
            Self.union(ofAccount(after: cursor), received(after: cursor), limit: limit)
        case .personal:
            Self.union(authored(after: cursor), received(after: cursor), limit: limit)
        }
    }

    /// The first of both, each document once.
    private static func union(_ one: SQL, _ other: SQL, limit: Int) -> SQL {
        """
        SELECT id, state, created_at FROM (\(one) LIMIT \(limit)) AS one
        UNION
        SELECT id, state, created_at FROM (\(other) LIMIT \(limit)) AS other
        ORDER BY created_at DESC, id DESC LIMIT \(limit)
        """
    }

    private func ofAccount(after cursor: Cursor?) -> SQL {
        let conditions = tags + window("d.created_at", "d.id", after: cursor)
        return """
            SELECT d.id AS id, d.state AS state, d.created_at AS created_at FROM document d
            WHERE d.account_id = \(account) AND \(SQL.joined(conditions, separator: " AND "))
            ORDER BY d.created_at DESC, d.id DESC
            """
    }

    private func authored(after cursor: Cursor?) -> SQL {
        let conditions = tags + window("d.created_at", "d.id", after: cursor)
        return """
            SELECT d.id AS id, d.state AS state, d.created_at AS created_at FROM document d
            WHERE d.author_id = \(user) AND \(SQL.joined(conditions, separator: " AND "))
            ORDER BY d.created_at DESC, d.id DESC
            """
    }

    /// From whatever account, once the user's step was reached.
    private func received(after cursor: Cursor?) -> SQL {
        let conditions = tags + window("me.document_created_at", "me.document_id", after: cursor)
        return """
            SELECT d.id AS id, d.state AS state, d.created_at AS created_at
            FROM recipient me
            JOIN document d ON d.account_id = me.account_id AND d.id = me.document_id
            JOIN turn mine ON mine.account_id = d.account_id AND mine.document_id = d.id
                AND mine.round = d.round AND mine.recipient_id = me.id
                AND mine.progress <> 'waiting'
            WHERE me.contact_key = \(email.key) AND \(SQL.joined(conditions, separator: " AND "))
            ORDER BY me.document_created_at DESC, me.document_id DESC
            """
    }

    private func window(
        _ createdAt: StaticString, _ id: StaticString, after cursor: Cursor?
    ) -> [SQL] {
        var window: [SQL] = [
            "\(raw: createdAt) BETWEEN \(createdFrom) AND \(createdTo)"
        ]
        if let cursor {
            window.append(
                "(\(raw: createdAt), \(raw: id)) < (\(cursor.createdAt), \(cursor.id))")
        }
        return window
    }
}
