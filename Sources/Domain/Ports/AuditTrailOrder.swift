/// What the certificate of a document's history is made of.
public struct AuditTrailOrder: Equatable, Sendable {
    public let document: Document
    /// Every row up to this state of the document, in order.
    public let trail: [AuditRow]
    public let at: Instant
    /// Where anyone can check the finished file; printed and as a QR code.
    public let verificationURL: String
    /// Bytes to leave for the certification's CMS.
    public let certificationRoom: Int

    public init(
        document: Document, trail: [AuditRow], at: Instant, verificationURL: String,
        certificationRoom: Int
    ) {
        self.document = document
        self.trail = trail
        self.at = at
        self.verificationURL = verificationURL
        self.certificationRoom = certificationRoom
    }
}
