/// The evidence of one signature.
public struct Approval: Equatable, Sendable {
    public let at: Instant
    public let confirmation: Confirmation
    public let certificate: CertificateFacts
    /// Version of the rules that the signer accepted; `nil` over the API.
    public let consentVersion: String?
    /// Address and browser from which it came; empty where unknown.
    public let origin: RequestOrigin
    /// What stands in the signer's fields, by their ids; stamps are in the file alone.
    public let entries: [String: String]
    /// Of a signature made elsewhere.
    public let external: External?

    /// How the will to sign was confirmed.
    public enum Confirmation: String, Codable, CaseIterable, Sendable {
        /// A one-time code sent to the signer's e-mail.
        case emailCode
        /// A one-time code sent to the signer's telephone.
        case phoneCode
        /// The signer's private key, presented over the API.
        case privateKey
        /// The link, and the contact retyped.
        case contact
        /// The link, and the checks that the sender had asked for.
        case accessChecks
        /// The same, where identity was checked and none of the checks is legal proof of it.
        case accessChecksWithoutLegalProof
        /// The signer's own signature, made elsewhere.
        case externalSignature
    }

    public init(
        at: Instant, confirmation: Confirmation, certificate: CertificateFacts,
        consentVersion: String?, origin: RequestOrigin, entries: [String: String] = [:],
        external: External? = nil
    ) {
        self.at = at
        self.confirmation = confirmation
        self.certificate = certificate
        self.consentVersion = consentVersion
        self.origin = origin
        self.entries = entries
        self.external = external
    }

    /// What is kept of a signature that was made elsewhere, beside the file that it was set in.
    public struct External: Equatable, Codable, Sendable {
        /// The signature itself in DER, detached from what it signs.
        public let signature: Blob
        /// What the judgement of its certificate rested on, for the seal: opaque here.
        public let evidence: Blob
        /// What was signed: the file's earlier revisions, then these two pieces of its own.
        public let opening: Blob
        public let closing: Blob
        /// SHA-256 of all that.
        public let digest: ContentHash

        public init(
            signature: Blob, evidence: Blob, opening: Blob, closing: Blob, digest: ContentHash
        ) {
            self.signature = signature
            self.evidence = evidence
            self.opening = opening
            self.closing = closing
            self.digest = digest
        }
    }
}

/// Where a request came from, for the evidence.
public struct RequestOrigin: Equatable, Codable, Sendable {
    public let address: String
    public let userAgent: String

    public init(address: String, userAgent: String) {
        self.address = address
        self.userAgent = String(userAgent.prefix(200))
    }

    public static let unknown = RequestOrigin(address: "", userAgent: "")
}
