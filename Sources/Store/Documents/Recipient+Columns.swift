internal import Domain
internal import SQLText

extension SQLConnection {
    /// The recipients in their order, each with its part in the round.
    func recipients(
        of document: DocumentID, in account: AccountID, round: Int
    ) throws -> [Recipient] {
        try rows(
            of: """
                SELECT r.id, r.position, r.last_name, r.first_name, r.patronymic, r.contact,
                    r.number, r.step, r.role, r.method, r.access, r.password_hash, r.phone_name,
                    r.app_name, r.business_number, r.requires_verification, r.memo, r.requests, r.language,
                    r.link_generation, r.link_hash, \(turnColumns)
                FROM recipient r LEFT JOIN turn t
                    ON t.account_id = r.account_id AND t.document_id = r.document_id
                    AND t.round = \(round) AND t.recipient_id = r.id
                WHERE r.account_id = \(account) AND r.document_id = \(document)
                ORDER BY r.position
                """
        ).map { try $0.recipient() }
    }
}

extension Document {
    func inserting(_ recipient: Recipient) throws -> Write {
        let checks = recipient.access.checks
        return Write(
            """
            INSERT INTO recipient (
                account_id, document_id, id, document_created_at, position, last_name, first_name,
                patronymic, name_key, contact, contact_key, number, step, role, acts, method, access,
                password_hash, phone_name, app_name, business_number, requires_verification, memo, requests, language, link_generation, link_hash)
            VALUES (
                \(account), \(id), \(recipient.id), \(createdAt),
                \(recipient.position), \(recipient.name.lastName), \(recipient.name.firstName),
                \(recipient.name.patronymic), \(SearchKey(recipient.name.full)),
                \(recipient.contact), \(recipient.contact.key), \(recipient.number),
                \(recipient.step), \(recipient.role.column), \(recipient.role.acts),
                \(recipient.method), \(recipient.access.column), \(checks?.passwordHash),
                \(checks?.phoneName), \(checks?.appName), \(checks?.businessNumber),
                \(recipient.requiresVerification), \(recipient.memo),
                \(try JSONText(recipient.requests)), \(recipient.language), \(recipient.link.generation), \(recipient.link.hash))
            """)
    }

    /// What of a recipient may change: the contact, the language and the link.
    func updating(_ recipient: Recipient) -> Write {
        Write(
            """
            UPDATE recipient
            SET contact = \(recipient.contact), contact_key = \(recipient.contact.key),
                language = \(recipient.language), link_generation = \(recipient.link.generation),
                link_hash = \(recipient.link.hash)
            WHERE account_id = \(account) AND document_id = \(id)
                AND id = \(recipient.id)
            """)
    }
}

extension Row {
    fileprivate func recipient() throws -> Recipient {
        Recipient(
            id: try value("id"), position: try value("position"), name: try personName(),
            contact: try value("contact"), number: try value("number"), step: try value("step"),
            role: try recipientRole(), access: try accessRule(),
            requiresVerification: try value("requires_verification"),
            memo: try value("memo"), requests: try value("requests", as: JSONText.self).value,
            language: try value("language"),
            link: SigningLink(
                generation: try value("link_generation"), hash: try value("link_hash")),
            turn: try turn())
    }

    private func recipientRole() throws -> RecipientRole {
        switch try value("role", as: String.self) {
        case "signer": .signer(try value("method"))
        case "reviewer": .reviewer
        case "carbonCopy": .carbonCopy
        case let role: throw SQLError(.decoding, "unknown role \(role)")
        }
    }
}

extension RecipientRole {
    fileprivate var column: String {
        switch self {
        case .signer: "signer"
        case .reviewer: "reviewer"
        case .carbonCopy: "carbonCopy"
        }
    }
}
