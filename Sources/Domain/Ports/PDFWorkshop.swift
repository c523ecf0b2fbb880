/// Where foreign PDFs are opened: in child processes with limits, so that a hostile file ends as
/// a ``FileTrouble`` and never as an outage.
public protocol PDFWorkshop: Sendable {
    func inspect(_ upload: Blob) async throws -> FileFinding

    /// Base, certificate pages, fields and a certification still to be signed.
    /// Throws ``FileTrouble`` where the files cannot be laid out, ``FieldTrouble`` for a field.
    func prepare(_ order: LayoutOrder) async throws -> PreparedLayout

    /// Reads an uploaded PNG or JPEG of at most 512 KiB and 4 megapixels. Throws ``FieldTrouble``
    /// for anything else.
    func picture(in upload: [UInt8]) async throws -> FieldPicture

    /// The context of the file made of these pieces, read from its bytes alone; `revision` is
    /// the number of the last piece.
    func context(of pieces: [Blob], revision: Int) async throws -> SigningContext

    /// The certificate of a finished document, with a certification still to be signed.
    func certificate(_ order: CertificateOrder) async throws -> PreparedCertificate

    /// The certificate of a document's whole history, likewise.
    func auditTrail(_ order: AuditTrailOrder) async throws -> PreparedCertificate

    /// One page (from 1) of the file made of these pieces, as PNG of the given width in pixels.
    /// Throws ``Refusal/pageNotFound`` past the end.
    func pageImage(_ pieces: [Blob], page: Int, width: Int) async throws -> [UInt8]

    /// What each page of the file made of these pieces shows, in their order.
    func pageSizes(_ pieces: [Blob]) async throws -> [PageSize]

    /// The page's text, for those who do not see the image.
    func pageText(_ pieces: [Blob], page: Int) async throws -> String

    /// Every signature of the whole file, by our own verifier, held against the standard as of
    /// this moment.
    func verify(
        _ pieces: [Blob], against standard: SealStandard, at now: Instant
    ) async throws -> VerificationFinding

    /// Anybody's file, judged as of a moment by these trusted certificates, each in DER.
    /// Throws ``FileTrouble`` where reading it met a limit.
    func validate(
        _ path: String, trusting anchors: [[UInt8]], at now: Instant
    ) async throws -> FileValidation
}

/// What to lay out for a round.
public struct LayoutOrder: Equatable, Sendable {
    public let document: Document
    /// The document's, with pictures at hand.
    public let fields: [Field]
    public let at: Instant
    /// Where anyone can check the finished file; printed and as a QR code.
    public let verificationURL: String
    /// Bytes to leave for the certification's CMS.
    public let certificationRoom: Int

    public init(
        document: Document, fields: [Field], at: Instant, verificationURL: String,
        certificationRoom: Int
    ) {
        self.document = document
        self.fields = fields
        self.at = at
        self.verificationURL = verificationURL
        self.certificationRoom = certificationRoom
    }
}

/// The layout update as the child left it.
public struct PreparedLayout: Equatable, Sendable {
    public let base: Blob
    /// Follows the base; where `isCertified`, the certification's value is still empty.
    public let update: [UInt8]
    public let isCertified: Bool
    /// The signature field of each signer, in the author's order.
    public let fields: [String]
    /// For the ``Sealer``: what is needed to sign the update without reading the base.
    public let plan: [UInt8]

    public init(
        base: Blob, update: [UInt8], isCertified: Bool, fields: [String], plan: [UInt8]
    ) {
        self.base = base
        self.update = update
        self.isCertified = isCertified
        self.fields = fields
        self.plan = plan
    }
}

/// What the certificate of a finished document is made of.
public struct CertificateOrder: Equatable, Sendable {
    /// With the approval of every signer.
    public let document: Document
    public let sentAt: Instant
    public let completion: Completion
    public let verificationURL: String
    /// Bytes to leave for the certification's CMS.
    public let certificationRoom: Int

    public init(
        document: Document, sentAt: Instant, completion: Completion, verificationURL: String,
        certificationRoom: Int
    ) {
        self.document = document
        self.sentAt = sentAt
        self.completion = completion
        self.verificationURL = verificationURL
        self.certificationRoom = certificationRoom
    }
}

/// The finished file that a certificate speaks of.
public struct Completion: Equatable, Codable, Sendable {
    public let at: Instant
    /// SHA-256 of the whole file.
    public let hash: ContentHash

    public init(at: Instant, hash: ContentHash) {
        self.at = at
        self.hash = hash
    }
}

/// A certificate's whole file as the child left it: the certification's value is still empty.
public struct PreparedCertificate: Equatable, Sendable {
    public let file: [UInt8]
    /// For the ``Sealer``: where the signature goes.
    public let plan: [UInt8]

    public init(file: [UInt8], plan: [UInt8]) {
        self.file = file
        self.plan = plan
    }
}

/// What our verifier says of a whole file.
public struct VerificationFinding: Equatable, Codable, Sendable {
    /// Signers' signatures, the certification and document timestamps together.
    public let signatureCount: Int
    /// One line for each thing that is wrong; empty for a good file.
    public let problems: [String]
    /// SHA-256 and length of the file as read.
    public let hash: ContentHash
    public let byteCount: Int

    public init(signatureCount: Int, problems: [String], hash: ContentHash, byteCount: Int) {
        self.signatureCount = signatureCount
        self.problems = problems
        self.hash = hash
        self.byteCount = byteCount
    }
}
