/// Makes signatures: the server's certification and each signer's own.
public protocol Sealer: Sendable {
    /// Bytes that the certification's CMS needs at most.
    var certificationRoom: Int { get }

    /// Signs the layout update with the server's key, where it is to be certified.
    func certify(_ layout: PreparedLayout, at now: Instant) async throws -> SignedUpdate

    /// Signs the certificate of a finished document: the whole file.
    func certify(_ certificate: PreparedCertificate) async throws -> [UInt8]

    /// One signer's incremental update, from the context alone; no earlier byte is read.
    /// Throws ``StaleContext`` where the context was not made by this version, and
    /// ``FieldTrouble`` for what cannot stand in a field, before anything is signed, and
    /// ``TimestampUnavailable`` where the signature cannot be timestamped now.
    func sign(_ order: SignatureOrder) async throws -> SignedUpdate

    /// Lifts the round's file, which everybody has signed, to the promised level. From the
    /// context alone, as above.
    func seal(_ order: SealOrder) async throws -> SealedRound
}

/// What the finished file must be found to be.
public struct SealStandard: Equatable, Codable, Sendable {
    public enum Level: String, Codable, CaseIterable, Sendable {
        /// Signatures alone.
        case baseline = "b-b"
        /// Timestamps, validation data, and a document timestamp over all of it.
        case longTerm = "b-lta"
    }

    public let level: Level
    /// DER of the certificates to which every chain must lead.
    public let anchors: [[UInt8]]
    /// Whose signatures were made elsewhere: no level is asked of them, and of revocation no more
    /// than there is.
    public let externalFields: Set<String>

    public init(level: Level, anchors: [[UInt8]], externalFields: Set<String> = []) {
        self.level = level
        self.anchors = anchors
        self.externalFields = externalFields
    }
}

/// A round that is to be sealed.
public struct SealOrder: Sendable {
    public let document: Document
    public let context: SigningContext
    /// Made for this seal, so that they speak of every signature.
    public let revocationLists: [RevocationList]
    /// For each signature that was made elsewhere.
    public let externalEvidence: [ExternalEvidence]
    public let at: Instant

    public init(
        document: Document, context: SigningContext, revocationLists: [RevocationList],
        externalEvidence: [ExternalEvidence] = [], at: Instant
    ) {
        self.at = at
        self.externalEvidence = externalEvidence
        self.document = document
        self.context = context
        self.revocationLists = revocationLists
    }
}

/// What the judgement of a certificate rested on with which a signature was made elsewhere.
public struct ExternalEvidence: Equatable, Sendable {
    public let field: String
    /// As the ``ExternalWorkshop`` left it: opaque here.
    public let bytes: [UInt8]

    public init(field: String, bytes: [UInt8]) {
        self.field = field
        self.bytes = bytes
    }
}

/// What sealing adds to a round's file: nothing at ``SealStandard/Level/baseline``.
public struct SealedRound: Sendable {
    public struct Addition: Sendable {
        public let kind: Revision.Kind
        public let update: SignedUpdate

        public init(kind: Revision.Kind, update: SignedUpdate) {
            self.kind = kind
            self.update = update
        }
    }

    public let additions: [Addition]
    public let standard: SealStandard

    public init(additions: [Addition], standard: SealStandard) {
        self.additions = additions
        self.standard = standard
    }
}

/// A stored context cannot be read, and is to be rebuilt from the file.
public struct StaleContext: Error {
    public init() {}
}

/// An update whose signature is in place.
public struct SignedUpdate: Equatable, Sendable {
    public let bytes: [UInt8]
    /// Describes the file that ends with this update, whose revision is `number`.
    public let context: SigningContext

    public init(bytes: [UInt8], context: SigningContext) {
        self.bytes = bytes
        self.context = context
    }
}

/// What one signature is made of.
public struct SignatureOrder: Sendable {
    public let document: Document
    public let recipient: Recipient
    public let context: SigningContext
    public let credential: Credential
    public let confirmation: Approval.Confirmation
    /// What the recipient enters, by the fields' ids.
    public let values: [String: FieldValue]
    public let at: Instant

    public init(
        document: Document, recipient: Recipient, context: SigningContext,
        credential: Credential, confirmation: Approval.Confirmation,
        values: [String: FieldValue], at: Instant
    ) {
        self.document = document
        self.recipient = recipient
        self.context = context
        self.credential = credential
        self.confirmation = confirmation
        self.values = values
        self.at = at
    }
}

/// A certificate and its private key, in memory for one signature; never logged, never stored.
public struct Credential: Sendable, CustomStringConvertible {
    public let certificate: CertificateRecord.Issued
    /// PKCS#8, DER.
    public let privateKey: [UInt8]

    public init(certificate: CertificateRecord.Issued, privateKey: [UInt8]) {
        self.certificate = certificate
        self.privateKey = privateKey
    }

    public var description: String { "Credential(\(certificate.facts.serial))" }
}
