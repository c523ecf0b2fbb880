public import Domain
internal import SQLText

extension SQLDocumentStore {
    public func statusFacts(
        token: ContentHash, document: DocumentID
    ) async throws -> StatusFacts? {
        let statement = Self.statusStatement(token: token, document: document)
        return try await database.firstRow(of: statement).map { try $0.statusFacts() }
    }

    /// Token, user, document and the user's part in it: one statement by four unique keys.
    private static func statusStatement(token: ContentHash, document: DocumentID) -> SQL {
        """
        SELECT \(tokenColumns), u.account_id AS account_id,
            d.account_id AS document_account_id, d.author_id, d.state,
            CASE WHEN d.author_id <> u.id AND EXISTS (
                SELECT 1 FROM recipient r JOIN turn t
                    ON t.account_id = r.account_id AND t.document_id = r.document_id
                    AND t.round = d.round AND t.recipient_id = r.id
                WHERE r.account_id = d.account_id AND r.document_id = d.id
                    AND r.contact_key = u.email_key AND t.progress <> 'waiting'
            ) THEN 1 ELSE 0 END AS is_reached
        FROM access_token k
        JOIN account_user u ON u.account_id = k.account_id AND u.id = k.user_id
        LEFT JOIN document d ON d.id = \(document)
        WHERE k.hash = \(token)
        """
    }
}

extension Row {
    fileprivate func statusFacts() throws -> StatusFacts {
        StatusFacts(
            token: try accessToken(), account: try value("account_id"),
            document: try documentFacts())
    }

    private func documentFacts() throws -> StatusFacts.DocumentFacts? {
        guard let account: AccountID? = try value("document_account_id"), let account else {
            return nil
        }
        return StatusFacts.DocumentFacts(
            account: account, author: try value("author_id"), status: try value("state"),
            isReachedRecipient: try value("is_reached"))
    }
}
