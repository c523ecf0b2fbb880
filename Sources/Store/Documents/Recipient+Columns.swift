internal import Domain
internal import SQLText

extension SQLConnection {
    /// The recipients in their order, each with its part in the round.
    func recipients(
        of document: DocumentID, in account: AccountID, round: Int
    ) throws -> [Recipient] {
        try rows(
            of: """
                SELECT r.id, r.position, r.last_name, r.first_name, r.patronymic, r.email,
                    r.number, r.step, r.method, r.requires_verification, r.language,
                    r.link_generation, r.link_hash, \(turnColumns)
                FROM recipient r LEFT JOIN turn t
                    ON t.account_id = r.account_id AND t.document_id = r.document_id
                    AND t.round = \(round) AND t.recipient_id = r.id
                WHERE r.account_id = \(account) AND r.document_id = \(document)
                ORDER BY r.position
                """
        ).map { try $0.recipient() }
    }

    func insert(_ recipient: Recipient, of document: Document) throws {
        try execute(
            """
            INSERT INTO recipient (
                account_id, document_id, id, document_created_at, position, last_name, first_name,
                patronymic, name_key, email, email_key, number, step, method,
                requires_verification, language, link_generation, link_hash)
            VALUES (
                \(document.account), \(document.id), \(recipient.id), \(document.createdAt),
                \(recipient.position), \(recipient.name.lastName), \(recipient.name.firstName),
                \(recipient.name.patronymic), \(recipient.name.full.lowercased()),
                \(recipient.email), \(recipient.email.key), \(recipient.number),
                \(recipient.step), \(recipient.method), \(recipient.requiresVerification),
                \(recipient.language), \(recipient.link.generation), \(recipient.link.hash))
            """)
    }

    /// What of a recipient may change: the language and the link.
    func update(_ recipient: Recipient, of document: Document) throws {
        try execute(
            """
            UPDATE recipient
            SET language = \(recipient.language), link_generation = \(recipient.link.generation),
                link_hash = \(recipient.link.hash)
            WHERE account_id = \(document.account) AND document_id = \(document.id)
                AND id = \(recipient.id)
            """)
    }
}

extension Row {
    fileprivate func recipient() throws -> Recipient {
        Recipient(
            id: try value("id"), position: try value("position"), name: try personName(),
            email: try value("email"), number: try value("number"), step: try value("step"),
            method: try value("method"),
            requiresVerification: try value("requires_verification"),
            language: try value("language"),
            link: SigningLink(
                generation: try value("link_generation"), hash: try value("link_hash")),
            turn: try turn())
    }
}
