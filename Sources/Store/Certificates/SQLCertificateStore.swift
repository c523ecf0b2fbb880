public import Domain
public import SQLText

/// Certificates in SQL: the intent first, then what was issued for it, once.
public struct SQLCertificateStore: CertificateStore {
    let database: any SQLDatabase

    public init(_ database: any SQLDatabase) {
        self.database = database
    }

    public func intend(_ record: CertificateRecord) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO certificate (
                    serial, purpose, contact, contact_key, common_name, requested_at)
                VALUES (
                    \(record.serial), \(record.purpose), \(record.contact), \(record.contact.key),
                    \(record.commonName), \(record.requestedAt))
                """)
        }
    }

    public func issued(_ record: CertificateRecord) async throws {
        let storing = try record.storingIssued
        try await database.write { try $0.perform(storing) }
    }

    public func certificate(thumbprint: String) async throws -> CertificateRecord? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT c.serial AS serial, purpose, contact, common_name, requested_at,
                        issued_name, thumbprint, not_before, not_after, der, revoked_at
                    FROM certificate c LEFT JOIN revocation r ON r.serial = c.serial
                    WHERE thumbprint = \(thumbprint)
                    """
            ).map { try $0.certificateRecord() }
        }
    }

    public func isKnown(serial: String) async throws -> Bool {
        try await database.read { connection in
            try connection.firstRow(
                of: "SELECT serial FROM certificate WHERE serial = \(serial)") != nil
        }
    }
}

extension CertificateRecord {
    /// Fills an intent in, once: what a one-time key signed cannot be committed a second time.
    var storingIssued: Write {
        get throws {
            guard let issued else { throw ImpossibleChange.certificateNotIssued(serial: serial) }
            return Write(
                """
                UPDATE certificate
                SET issued_name = \(issued.facts.commonName),
                    thumbprint = \(issued.facts.thumbprint),
                    not_before = \(issued.facts.notBefore), not_after = \(issued.facts.notAfter),
                    der = \(issued.der)
                WHERE serial = \(issued.facts.serial) AND thumbprint IS NULL
                """,
                orThrow: ImpossibleChange.certificateNotPending(serial: issued.facts.serial))
        }
    }
}

extension Row {
    fileprivate func certificateRecord() throws -> CertificateRecord {
        CertificateRecord(
            serial: try value("serial"), purpose: try value("purpose"),
            contact: try value("contact"), commonName: try value("common_name"),
            requestedAt: try value("requested_at"),
            issued: CertificateRecord.Issued(facts: try facts(), der: try value("der")),
            revokedAt: try value("revoked_at"))
    }

    private func facts() throws -> CertificateFacts {
        CertificateFacts(
            serial: try value("serial"), commonName: try value("issued_name"),
            thumbprint: try value("thumbprint"), notBefore: try value("not_before"),
            notAfter: try value("not_after"))
    }
}
