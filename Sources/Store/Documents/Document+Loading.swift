internal import Domain
internal import SQLText

extension SQLConnection {
    /// The whole aggregate.
    func document(_ id: DocumentID) throws -> Document? {
        let row = try firstRow(
            of: """
                SELECT d.account_id, id, author_id, author_last_name, author_first_name,
                    author_patronymic, author_email, author_link_generation, author_link_hash,
                    client_id, name, is_sequential, language, created_at, is_face_to_face,
                    requires_approval, sends_when_ready, period_days, redirect, template_id,
                    bulk_id, bulk_row, bulk_sequence, fields, prefilled, attachments, sends_at,
                    deadline, reminds_at, state, seal_trouble, sealed_at, seal_hash,
                    seal_byte_count, seal_certificate_hash, seal_certificate_byte_count,
                    rejected_at, declined_by, decline_reason, revoked_by, has_expired,
                    was_released, round, version, audit_count, audit_head, audit_at
                FROM document d
                LEFT JOIN form f ON f.account_id = d.account_id AND f.hash = d.form_hash
                WHERE id = \(id)
                """)
        guard let row else { return nil }
        let account: AccountID = try row.value("account_id")
        return try row.document(
            recipients: recipients(of: id, in: account, round: row.value("round")),
            files: files(of: id, in: account))
    }
}

extension Row {
    fileprivate func document(
        recipients: [Recipient], files: [DocumentFile]
    ) throws -> Document {
        Document(
            id: try value("id"), account: try value("account_id"), author: try author(),
            clientID: try value("client_id"), name: try value("name"),
            isSequential: try value("is_sequential"), language: try value("language"),
            createdAt: try value("created_at"), terms: try terms(),
            fields: try fields(),
            attachments: try value("attachments", as: JSONText.self).value,
            recipients: recipients, files: files, state: try documentState(),
            authorLink: SigningLink(
                generation: try value("author_link_generation"),
                hash: try value("author_link_hash")),
            schedule: Schedule(
                sendsAt: try value("sends_at"), deadline: try value("deadline"),
                remindsAt: try value("reminds_at")),
            round: try value("round"), version: try value("version"),
            audit: AuditCursor(
                count: try value("audit_count"), head: try value("audit_head"),
                lastAt: try value("audit_at")))
    }

    /// In the columns that begin with `author_`.
    func author() throws -> Document.Author {
        Document.Author(
            user: try value("author_id"), name: try personName("author_"),
            email: try value("author_email"))
    }
}
