internal import Domain
internal import SQLText

extension DocumentSearch {
    /// Newest first, along an index that ends with id and state.
    func page(in account: AccountID, offset: Int, limit: Int) -> SQL {
        """
        SELECT d.id, d.name, d.state, d.declined_by, d.has_expired, d.author_id, d.author_last_name,
            d.author_first_name, d.author_patronymic, d.author_email, d.client_id, d.created_at,
            d.sealed_at
        FROM document d WHERE \(conditions(in: account))
        ORDER BY d.created_at DESC, d.id DESC LIMIT \(limit) OFFSET \(offset)
        """
    }

    func count(in account: AccountID) -> SQL {
        "SELECT COUNT(*) FROM document d WHERE \(conditions(in: account))"
    }

    private func conditions(in account: AccountID) -> SQL {
        var conditions: [SQL] = ["d.account_id = \(account)", "d.state <> 'deleted'"]
        if let createdFrom { conditions.append("d.created_at >= \(createdFrom)") }
        if let createdTo { conditions.append("d.created_at <= \(createdTo)") }
        if let clientID { conditions.append("d.client_id = \(clientID)") }
        if let stages { conditions.append(Self.any(of: stages)) }
        if let title { conditions.append("d.name_key \(Self.contains(title))") }
        if let signerName { conditions.append(Self.hasSigner(signerName)) }
        return .joined(conditions, separator: " AND ")
    }

    private static func any(of stages: Set<DocumentStage>) -> SQL {
        let wanted = DocumentStage.allCases.filter(stages.contains).map(condition)
        return wanted.isEmpty ? "1 = 0" : "(\(SQL.joined(wanted, separator: " OR ")))"
    }

    private static func condition(_ stage: DocumentStage) -> SQL {
        switch stage {
        case .draft: "d.state = 'draft'"
        case .signing: "d.state = 'signing'"
        case .awaitingApproval: "d.state = 'awaitingApproval'"
        case .sealing: "d.state = 'sealing'"
        case .completed: "d.state = 'signed'"
        case .declined: "(d.state = 'rejected' AND d.declined_by IS NOT NULL)"
        case .revoked: "(d.state = 'rejected' AND d.revoked_by IS NOT NULL)"
        case .expired: "(d.state = 'rejected' AND d.has_expired = 1)"
        }
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
