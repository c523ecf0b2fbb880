public import Domain
public import SQLText

// How the domain's values stand in columns: ids as 16 bytes, instants as microseconds, hashes as 32
// bytes, enumerations by their raw values.

extension Identifier: SQLConvertible {
    public var sqlValue: SQLValue { .blob(bytes) }

    public init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue else { return nil }
        self.init(bytes: bytes)
    }
}

extension SeoulDay: SQLConvertible {
    public var sqlValue: SQLValue { .integer(number) }

    public init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self.init(number: number)
    }
}

extension Instant: SQLConvertible {
    public var sqlValue: SQLValue { .integer(microseconds) }

    public init?(sqlValue: SQLValue) {
        guard case .integer(let microseconds) = sqlValue else { return nil }
        self.init(microseconds: microseconds)
    }
}

extension ContentHash: SQLConvertible {
    public var sqlValue: SQLValue { .blob(bytes) }

    public init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue else { return nil }
        self.init(bytes)
    }
}

/// Without its key: where people are looked up, the key has a column of its own.
extension EmailAddress: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }

    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

/// As it is written, without its key.
extension Contact: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }

    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension RedirectOrigin: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }

    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension Language: SQLConvertible {}
extension User.Role: SQLConvertible {}
extension SignatureMethod: SQLConvertible {}
extension DocumentStatus: SQLConvertible {}
extension DocumentStage: SQLConvertible {}
extension FileTrouble: SQLConvertible {}
extension Approval.Confirmation: SQLConvertible {}
extension AuditEvent.Kind: SQLConvertible {}
extension Confirmation.Outcome: SQLConvertible {}
extension CertificateRecord.Purpose: SQLConvertible {}
extension CertificateIssuer: SQLConvertible {}
extension Revocation.Reason: SQLConvertible {}
