/// Prepares signatures that signers make elsewhere, with their own tools, and sets them in.
public protocol ExternalSealer: Sendable {
    /// One signer's update with room for a signature, from the context alone: no earlier byte is
    /// read. Throws ``StaleContext`` and ``FieldTrouble`` as ``Sealer/sign(_:)`` does.
    func prepare(_ order: PreparationOrder) async throws -> PreparedSignature

    /// DER of the certificates that the operator trusts for signatures made elsewhere.
    func trustedCertificates() throws -> [[UInt8]]

    /// Whose timestamps such signatures get; `nil` where they get none.
    var externalTimestamps: (any TimestampSource)? { get }

    /// The finished update.
    ///
    /// - Parameter signature: in DER, judged, and no longer than the room that was left.
    func fill(_ prepared: PreparedSignature, with signature: [UInt8]) throws -> SignedUpdate
}

/// Judges signatures that were made elsewhere, where foreign bytes do no harm.
public protocol ExternalWorkshop: Sendable {
    /// Throws ``ExternalProblem`` where the signature is not taken.
    func judge(_ submission: ExternalSubmission) async throws -> JudgedSignature

    /// Whose certificate made a signature over a challenge, judged as ``judge(_:)`` does. Throws
    /// ``ExternalProblem`` where it is not taken.
    func certificate(in shown: ShownCertificate) async throws -> CertificateFacts

    /// A judged signature with a timestamp beside it, in DER; what is signed does not change.
    func timestamped(_ signature: [UInt8], by token: [UInt8]) async throws -> [UInt8]
}

/// What the bytes that one signer signs elsewhere are made of.
public struct PreparationOrder: Sendable {
    public let document: Document
    public let recipient: Recipient
    public let context: SigningContext
    /// What the recipient enters, by the fields' ids.
    public let values: [String: FieldValue]
    /// Bytes that the signature is known to need; `nil` leaves what is usual.
    public let neededRoom: Int?
    public let at: Instant

    public init(
        document: Document, recipient: Recipient, context: SigningContext,
        values: [String: FieldValue], neededRoom: Int?, at: Instant
    ) {
        self.document = document
        self.recipient = recipient
        self.context = context
        self.values = values
        self.neededRoom = neededRoom
        self.at = at
    }
}

/// An update whose signature is made elsewhere. What is signed is the file up to its revision,
/// then ``opening``, then ``closing``: everything but the place of the signature.
public struct PreparedSignature: Equatable, Sendable {
    /// The revision that it follows; with the next one it is void.
    public let revision: Int
    /// The update's bytes before and after the place of the signature.
    public let opening: [UInt8]
    public let closing: [UInt8]
    /// For the ``ExternalSealer``: what setting the signature in takes.
    public let plan: [UInt8]
    /// The most bytes that the signature may have, with chain and timestamp.
    public let room: Int
    /// SHA-256 of what is signed.
    public let digest: ContentHash

    public init(
        revision: Int, opening: [UInt8], closing: [UInt8], plan: [UInt8], room: Int,
        digest: ContentHash
    ) {
        self.revision = revision
        self.opening = opening
        self.closing = closing
        self.plan = plan
        self.room = room
        self.digest = digest
    }
}

/// What came back, and what it is held against.
public struct ExternalSubmission: Sendable {
    /// DER, PEM or base64, from outside.
    public let upload: [UInt8]
    /// What was to be signed, in pieces, and its SHA-256.
    public let signed: [Blob]
    public let digest: ContentHash
    /// DER of the trusted certificates.
    public let anchors: [[UInt8]]
    /// The business whose certificate must have signed.
    public let business: BusinessProof?
    public let room: Int
    /// The most bytes of the timestamp that it will get; `nil` where it gets none.
    public let timestampRoom: Int?
    public let at: Instant

    public init(
        upload: [UInt8], signed: [Blob], digest: ContentHash, anchors: [[UInt8]],
        business: BusinessProof?, room: Int, timestampRoom: Int?, at: Instant
    ) {
        self.upload = upload
        self.signed = signed
        self.digest = digest
        self.anchors = anchors
        self.business = business
        self.room = room
        self.timestampRoom = timestampRoom
        self.at = at
    }
}

/// A signature made elsewhere that may be set in.
public struct JudgedSignature: Equatable, Sendable {
    /// In DER.
    public let signature: [UInt8]
    /// SHA-256 of the signature value: what its timestamp is over.
    public let imprint: ContentHash
    public let certificate: CertificateFacts
    /// What the judgement rested on, for the seal: opaque here.
    public let evidence: Blob

    public init(
        signature: [UInt8], imprint: ContentHash, certificate: CertificateFacts, evidence: Blob
    ) {
        self.signature = signature
        self.imprint = imprint
        self.certificate = certificate
        self.evidence = evidence
    }
}
