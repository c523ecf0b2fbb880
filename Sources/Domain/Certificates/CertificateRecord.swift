/// A certificate that the authority was asked for. Stored before it is made, so that what was
/// issued is always among what was intended.
public struct CertificateRecord: Equatable, Sendable {
    public enum Purpose: String, Codable, CaseIterable, Sendable {
        /// One simple signature; the key is destroyed after use.
        case oneTime
        /// A user's or a signer's own for one year.
        case personal
    }

    /// 127 random bits in hexadecimal, upper case.
    public let serial: String
    public let purpose: Purpose
    /// By which the holder is known.
    public let contact: Contact
    public let commonName: String
    public let requestedAt: Instant
    /// Once issued; `nil` for a mere intent.
    public var issued: Issued?
    public var revokedAt: Instant?

    public struct Issued: Equatable, Sendable {
        public let facts: CertificateFacts
        public let der: [UInt8]

        public init(facts: CertificateFacts, der: [UInt8]) {
            self.facts = facts
            self.der = der
        }
    }

    public init(
        serial: String, purpose: Purpose, contact: Contact, commonName: String,
        requestedAt: Instant, issued: Issued? = nil, revokedAt: Instant? = nil
    ) {
        self.serial = serial
        self.purpose = purpose
        self.contact = contact
        self.commonName = commonName
        self.requestedAt = requestedAt
        self.issued = issued
        self.revokedAt = revokedAt
    }
}
