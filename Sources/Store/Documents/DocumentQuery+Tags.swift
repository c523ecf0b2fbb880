internal import Domain
internal import SQLText

extension DocumentQuery {
    /// What the tags ask of `document AS d`: OR inside each of the two groups, AND between them.
    var tags: [SQL] {
        [
            directions.sorted { $0.rawValue < $1.rawValue }.map(condition),
            states.sorted { $0.rawValue < $1.rawValue }.map(condition),
        ]
        .filter { !$0.isEmpty }
        .map { "(\(SQL.joined($0, separator: " OR ")))" }
    }

    private func condition(_ direction: Direction) -> SQL {
        switch direction {
        case .income:
            "(d.author_id <> \(user) AND \(turn("= \(email.key)", in: "t.progress IS NOT NULL")))"
        case .outcome: "d.account_id = \(account)"
        }
    }

    private func condition(_ tag: StateTag) -> SQL {
        switch tag {
        case .waitsMe:
            "(d.state = 'signing' AND \(turn("= \(email.key)", in: Self.isOpen)))"
        case .waitsOthers:
            "(d.state = 'signing' AND \(turn("<> \(email.key)", in: Self.isPending)))"
        case .completed: "d.state = 'signed'"
        case .rejected: "d.state = 'rejected'"
        case .draft: "d.state = 'draft'"
        case .deleted: "d.state = 'deleted'"
        }
    }

    private static let isOpen: SQL = "r.acts = 1 AND t.progress IN ('notified', 'opened')"
    private static let isPending: SQL =
        "r.acts = 1 AND t.progress IN ('waiting', 'notified', 'opened')"

    /// Somebody with such an address has such a part in the round that is running.
    private func turn(_ address: SQL, in progress: SQL) -> SQL {
        """
        EXISTS (
            SELECT 1 FROM recipient r JOIN turn t
                ON t.account_id = r.account_id AND t.document_id = r.document_id
                AND t.round = d.round AND t.recipient_id = r.id
            WHERE r.account_id = d.account_id AND r.document_id = d.id
                AND r.contact_key \(address) AND \(progress))
        """
    }
}
