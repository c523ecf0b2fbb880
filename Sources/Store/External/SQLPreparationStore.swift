public import Domain
public import SQLText

/// What signers were given to sign elsewhere.
public struct SQLPreparationStore: PreparationStore {
    private let database: any SQLDatabase

    public init(_ database: any SQLDatabase) {
        self.database = database
    }

    public func preparation(
        for recipient: RecipientID, of document: DocumentID, round: Int
    ) async throws -> Preparation? {
        try await database.read { connection in
            try connection.preparation(for: recipient, of: document, round: round)
        }
    }

    public func keep(
        _ preparation: Preparation, replacing known: Preparation?
    ) async throws -> Preparation {
        try await database.write { connection in
            try connection.keep(preparation, replacing: known)
            return try connection.preparation(
                for: preparation.recipient, of: preparation.document, round: preparation.round)
                ?? preparation
        }
    }

    /// Of other bytes by now: then nothing is known of their room.
    public func note(neededRoom: Int, for preparation: Preparation) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE external_preparation SET needed_room = \(neededRoom)
                WHERE document_id = \(preparation.document) AND round = \(preparation.round)
                    AND recipient_id = \(preparation.recipient)
                    AND digest = \(preparation.digest)
                    AND account_id =
                        (SELECT account_id FROM document WHERE id = \(preparation.document))
                """)
        }
    }
}

extension SQLConnection {
    fileprivate func preparation(
        for recipient: RecipientID, of document: DocumentID, round: Int
    ) throws -> Preparation? {
        try firstRow(
            of: """
                SELECT \(preparationColumns) FROM document d JOIN external_preparation p
                    ON p.account_id = d.account_id AND p.document_id = d.id
                WHERE d.id = \(document) AND p.round = \(round) AND p.recipient_id = \(recipient)
                """
        ).map { try $0.preparation() }
    }

    /// Replaces nothing but what was known: of two at once the first stays.
    fileprivate func keep(_ new: Preparation, replacing known: Preparation?) throws {
        let replaced = known?.digest ?? ContentHash(of: [])
        try execute(
            """
            INSERT INTO external_preparation (
                account_id, document_id, round, recipient_id, revision, opening_hash,
                opening_byte_count, closing_hash, closing_byte_count, plan_hash, plan_byte_count,
                entries_hash, entries_byte_count, room, digest, prepared_at, needed_room)
            SELECT account_id, id, \(new.round), \(new.recipient), \(new.revision),
                \(new.opening.hash), \(new.opening.byteCount), \(new.closing.hash),
                \(new.closing.byteCount), \(new.plan.hash), \(new.plan.byteCount),
                \(new.values.hash), \(new.values.byteCount), \(new.room), \(new.digest),
                \(new.at), \(new.neededRoom)
            FROM document WHERE id = \(new.document)
            ON CONFLICT (account_id, document_id, round, recipient_id) DO UPDATE
            SET revision = excluded.revision, opening_hash = excluded.opening_hash,
                opening_byte_count = excluded.opening_byte_count,
                closing_hash = excluded.closing_hash,
                closing_byte_count = excluded.closing_byte_count,
                plan_hash = excluded.plan_hash, plan_byte_count = excluded.plan_byte_count,
                entries_hash = excluded.entries_hash,
                entries_byte_count = excluded.entries_byte_count, room = excluded.room,
                digest = excluded.digest, prepared_at = excluded.prepared_at,
                needed_room = excluded.needed_room
            WHERE external_preparation.digest = \(replaced)
            """)
    }
}
