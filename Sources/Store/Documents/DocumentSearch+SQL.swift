internal import Domain
internal import SQLText

extension DocumentSearch {
    /// Newest first. What is found is picked from an index alone; only the page's own rows are
    /// read whole.
    func page(in account: AccountID, offset: Int, limit: Int) -> SQL {
        """
        SELECT d.id, d.name, d.stage, d.author_id, d.author_last_name, d.author_first_name,
            d.author_patronymic, d.author_email, d.client_id, d.created_at, d.sealed_at
        FROM (\(picked(in: account, offset: offset, limit: limit))) AS found
        JOIN document d ON d.account_id = \(account) AND d.id = found.id
        ORDER BY d.created_at DESC, d.id DESC
        """
    }

    private func picked(in account: AccountID, offset: Int, limit: Int) -> SQL {
        let walks = branches(in: account).map { conditions -> SQL in
            """
            SELECT d.id AS id, d.created_at AS created_at FROM document d WHERE \(conditions)
            ORDER BY d.created_at DESC, d.id DESC
            """
        }
        if walks.count == 1 { return "\(walks[0]) LIMIT \(limit) OFFSET \(offset)" }
        let heads = walks.map { walk -> SQL in
            "SELECT id, created_at FROM (\(walk) LIMIT \(offset + limit)) AS branch"
        }
        return """
            \(SQL.joined(heads, separator: " UNION ALL "))
            ORDER BY created_at DESC, id DESC LIMIT \(limit) OFFSET \(offset)
            """
    }

    func conditions(in account: AccountID) -> SQL {
        guard let stages else { return conditions(in: account, "d.stage IS NOT NULL") }
        return conditions(
            in: account, "d.stage IS NOT NULL AND d.stage IN (\(list: stages.inOrder))")
    }

    /// A branch for each stage walks an index in the order of the result, however rare the stage.
    /// A client's own id is rarer than any stage, and the stage no way to look for it.
    private func branches(in account: AccountID) -> [SQL] {
        guard let stages, !stages.isEmpty else { return [conditions(in: account)] }
        if clientID != nil {
            let stage: SQL = "COALESCE(d.stage, '') IN (\(list: stages.inOrder))"
            return [conditions(in: account, stage)]
        }
        return stages.inOrder.map {
            conditions(in: account, "d.stage IS NOT NULL AND d.stage = \($0)")
        }
    }

    private func conditions(in account: AccountID, _ stage: SQL) -> SQL {
        var conditions: [SQL] = ["d.account_id = \(account)", stage]
        if let createdFrom { conditions.append("d.created_at >= \(createdFrom)") }
        if let createdTo { conditions.append("d.created_at <= \(createdTo)") }
        if let clientID { conditions.append("d.client_id = \(clientID)") }
        if let title { conditions.append("d.name_key \(Self.contains(title))") }
        if let signerName { conditions.append(Self.hasSigner(signerName)) }
        return .joined(conditions, separator: " AND ")
    }

    private static func hasSigner(_ name: String) -> SQL {
        """
        EXISTS (
            SELECT 1 FROM recipient r
            WHERE r.account_id = d.account_id AND r.document_id = d.id
                AND r.acts = 1 AND r.name_key \(contains(name)))
        """
    }

    /// Keys are in lower case; the signs of a pattern stand for themselves.
    private static func contains(_ part: String) -> SQL {
        var literal = String.UnicodeScalarView()
        for scalar in part.lowercased().unicodeScalars {
            if "%_\\".unicodeScalars.contains(scalar) { literal.append("\\") }
            literal.append(scalar)
        }
        return "LIKE \("%\(String(literal))%") ESCAPE '\\'"
    }
}

extension Set<DocumentStage> {
    /// One statement for one set.
    var inOrder: [DocumentStage] { DocumentStage.allCases.filter(contains) }
}
