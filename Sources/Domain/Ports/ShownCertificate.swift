/// A certificate shown by a signature over bytes that were made up for it.
public struct ShownCertificate: Sendable {
    /// DER, PEM or base64, from outside.
    public let upload: [UInt8]
    public let challenge: [UInt8]
    /// DER of the trusted certificates.
    public let anchors: [[UInt8]]
    /// The business whose certificate it must be.
    public let business: BusinessProof
    public let at: Instant

    public init(
        upload: [UInt8], challenge: [UInt8], anchors: [[UInt8]], business: BusinessProof,
        at: Instant
    ) {
        self.upload = upload
        self.challenge = challenge
        self.anchors = anchors
        self.business = business
        self.at = at
    }
}

/// A business that a certificate must be of.
public enum BusinessProof: Equatable, Codable, Sendable {
    /// Any that the certificate tells the number of.
    case any
    /// The one of this number, with or without hyphens; `random` are the bits beside the signer's
    /// private key (NPKI), where they were sent.
    case number(String, random: [UInt8]? = nil)
}
