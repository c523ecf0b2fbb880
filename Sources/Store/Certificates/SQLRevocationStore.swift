public import Domain
public import SQLText

/// Revocations in SQL, and the lists of them.
public struct SQLRevocationStore: RevocationStore {
    private let database: any SQLDatabase

    public init(_ database: any SQLDatabase) {
        self.database = database
    }

    public func revoke(_ revocation: Revocation) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO revocation (serial, issuer, revoked_at, reason)
                VALUES (
                    \(revocation.serial), \(revocation.issuer), \(revocation.at),
                    \(revocation.reason))
                ON CONFLICT (serial) DO NOTHING
                """) == 1
        }
    }

    public func revocation(serial: String) async throws -> Revocation? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT serial, issuer, revoked_at, reason FROM revocation
                    WHERE serial = \(serial)
                    """
            ).map { try $0.revocation() }
        }
    }

    public func revocationCount(of issuer: CertificateIssuer) async throws -> Int {
        try await database.read { connection in
            let row = try connection.firstRow(
                of: "SELECT COUNT(*) FROM revocation WHERE issuer = \(issuer)")
            return try row?.value(at: 0) ?? 0
        }
    }

    public func drawLists() async throws -> [RevocationListDraft] {
        try await database.write { connection in
            try CertificateIssuer.allCases.map { issuer in
                RevocationListDraft(
                    issuer: issuer, number: try connection.drawNumber(of: issuer),
                    revocations: try connection.revocations(of: issuer))
            }
        }
    }

    public func keep(_ lists: [RevocationList]) async throws {
        try await database.write { connection in
            for list in lists { try connection.keep(list) }
        }
    }

    public func lists() async throws -> [RevocationList] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT issuer, number, revocation_count, this_update, next_update, der
                    FROM revocation_list WHERE number IS NOT NULL ORDER BY issuer
                    """
            ).map { try $0.revocationList() }
        }
    }
}

extension SQLConnection {
    fileprivate func drawNumber(of issuer: CertificateIssuer) throws -> Int64 {
        let row = try firstRow(
            of: """
                INSERT INTO revocation_list (issuer, drawn_number) VALUES (\(issuer), 1)
                ON CONFLICT (issuer) DO UPDATE
                SET drawn_number = revocation_list.drawn_number + 1
                RETURNING drawn_number
                """)
        guard let row else { throw SQLError(.decoding, "no number was drawn") }
        return try row.value(at: 0)
    }

    fileprivate func revocations(of issuer: CertificateIssuer) throws -> [Revocation] {
        try rows(
            of: """
                SELECT serial, issuer, revoked_at, reason FROM revocation
                WHERE issuer = \(issuer) ORDER BY revoked_at, serial
                """
        ).map { try $0.revocation() }
    }

    fileprivate func keep(_ list: RevocationList) throws {
        try execute(
            """
            UPDATE revocation_list
            SET number = \(list.number), revocation_count = \(list.revocationCount),
                this_update = \(list.thisUpdate), next_update = \(list.nextUpdate),
                der = \(list.der)
            WHERE issuer = \(list.issuer) AND COALESCE(number, 0) < \(list.number)
            """)
    }
}

extension Row {
    fileprivate func revocation() throws -> Revocation {
        Revocation(
            serial: try value("serial"), issuer: try value("issuer"),
            at: try value("revoked_at"), reason: try value("reason"))
    }

    fileprivate func revocationList() throws -> RevocationList {
        RevocationList(
            issuer: try value("issuer"), number: try value("number"),
            revocationCount: try value("revocation_count"), thisUpdate: try value("this_update"),
            nextUpdate: try value("next_update"), der: try value("der"))
    }
}
