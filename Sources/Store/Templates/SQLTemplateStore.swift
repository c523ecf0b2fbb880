public import Domain
public import SQLText

/// Templates in SQL: one row that says which version is the latest, and one for each version.
public struct SQLTemplateStore: TemplateStore {
    private let database: any SQLDatabase

    public init(_ database: any SQLDatabase) {
        self.database = database
    }

    public func add(_ template: Template) async throws {
        try await database.write { connection in
            try connection.raise(template)
            try connection.insert(template)
        }
    }

    public func template(_ id: TemplateID, in account: AccountID) async throws -> Template? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT t.account_id, t.id, t.version, t.created_at, \(summaryColumns),
                        v.is_sequential, v.is_face_to_face, v.requires_approval, v.period_days,
                        v.parties, v.fields, v.files, v.attachments
                    FROM template t \(latestVersion)
                    WHERE t.account_id = \(account) AND t.id = \(id)
                    """
            ).map { try $0.template() }
        }
    }

    public func templates(
        in account: AccountID, _ page: PageNumber
    ) async throws -> [FoundTemplate] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT t.id, t.created_at, \(summaryColumns)
                    FROM template t \(latestVersion)
                    WHERE t.account_id = \(account)
                    ORDER BY t.created_at DESC, t.id DESC
                    LIMIT \(page.rowCount) OFFSET \(page.offset)
                    """
            ).map { try $0.foundTemplate() }
        }
    }
}

/// For `template AS t`.
private let latestVersion: SQL = """
    JOIN template_version v ON v.account_id = t.account_id AND v.template_id = t.id
        AND v.version = t.version
    """

extension SQLConnection {
    /// The template's own row comes to name this version.
    fileprivate func raise(_ template: Template) throws {
        let count =
            if template.version == 1 {
                try execute(
                    """
                    INSERT INTO template (account_id, id, version, created_at)
                    VALUES (
                        \(template.account), \(template.id), \(template.version),
                        \(template.createdAt))
                    ON CONFLICT (account_id, id) DO NOTHING
                    """)
            } else {
                try execute(
                    """
                    UPDATE template SET version = \(template.version)
                    WHERE account_id = \(template.account) AND id = \(template.id)
                        AND version = \(template.version - 1)
                    """)
            }
        guard count == 1 else { throw VersionConflict() }
    }
}
