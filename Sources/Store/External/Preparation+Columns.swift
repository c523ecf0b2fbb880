internal import Domain
internal import SQLText

/// For `external_preparation AS p`.
let preparationColumns: SQL = """
    p.document_id, p.round, p.recipient_id, p.revision, p.opening_hash, p.opening_byte_count,
    p.closing_hash, p.closing_byte_count, p.plan_hash, p.plan_byte_count, p.entries_hash,
    p.entries_byte_count, p.room, p.digest, p.prepared_at, p.needed_room
    """

extension Row {
    func preparation() throws -> Preparation {
        Preparation(
            document: try value("document_id"), round: try value("round"),
            recipient: try value("recipient_id"), revision: try value("revision"),
            opening: try blob("opening"), closing: try blob("closing"), plan: try blob("plan"),
            values: try blob("entries"), room: try value("room"), digest: try value("digest"),
            at: try value("prepared_at"), neededRoom: try value("needed_room"))
    }

    /// A blob of two columns.
    private func blob(_ name: String) throws -> Blob {
        Blob(hash: try value("\(name)_hash"), byteCount: try value("\(name)_byte_count"))
    }
}
