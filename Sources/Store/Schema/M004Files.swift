internal import SQLText

extension Migration {
    static let m004Files = Migration(
        number: 4, name: "files",
        statements: [
            """
            CREATE TABLE document_file (
                account_id BYTEA NOT NULL,
                document_id BYTEA NOT NULL,
                id BYTEA NOT NULL,
                position BIGINT NOT NULL,
                number BIGINT NOT NULL,
                name TEXT NOT NULL,
                blob_hash BYTEA NOT NULL,
                blob_byte_count BIGINT NOT NULL,
                status TEXT NOT NULL,
                page_count BIGINT,
                signature_count BIGINT,
                is_clean BIGINT,
                contents TEXT,
                trouble TEXT,
                PRIMARY KEY (document_id, account_id, id),
                FOREIGN KEY (account_id, document_id) REFERENCES document (account_id, id),
                CONSTRAINT document_file_blob_hash CHECK (length(blob_hash) = 32),
                CONSTRAINT document_file_status CHECK (
                    status = 'parsing' OR status = 'done' OR status = 'error'
                    OR status = 'deleted'),
                CONSTRAINT document_file_pages CHECK (
                    (status IN ('done', 'deleted')) = (page_count IS NOT NULL)),
                CONSTRAINT document_file_facts CHECK (
                    (status = 'done') = (signature_count IS NOT NULL)
                    AND (status = 'done') = (is_clean IS NOT NULL)
                    AND (status = 'done') = (contents IS NOT NULL)),
                CONSTRAINT document_file_trouble CHECK (
                    (status = 'error') = (trouble IS NOT NULL))
            )
            """,
            """
            CREATE INDEX document_file_parsing ON document_file (document_id)
            WHERE status = 'parsing'
            """,
        ])
}
