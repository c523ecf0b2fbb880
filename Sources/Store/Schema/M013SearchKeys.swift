internal import SQLText

extension Migration {
    /// Names as they are searched for: in lower case. What SQLite's `lower` leaves as it is, such
    /// as Cyrillic capitals, is found in its own case alone for documents from before.
    static let m013SearchKeys = Migration(
        number: 13, name: "search keys",
        statements: [
            "ALTER TABLE document ADD COLUMN name_key TEXT NOT NULL DEFAULT ''",
            "UPDATE document SET name_key = lower(name)",
            "ALTER TABLE recipient ADD COLUMN name_key TEXT NOT NULL DEFAULT ''",
            """
            UPDATE recipient SET name_key = lower(trim(
                last_name || ' ' || trim(first_name || ' ' || COALESCE(patronymic, ''))))
            """,
            """
            CREATE INDEX document_by_client_id ON document (account_id, client_id, created_at, id)
            WHERE client_id IS NOT NULL
            """,
        ])
}
