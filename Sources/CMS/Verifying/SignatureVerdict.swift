/// What the cryptography of a signature says; trust, time and revocation are judged elsewhere.
public struct SignatureVerdict: Hashable, Sendable {
    /// Each makes the signature worthless.
    public enum Problem: Hashable, Sendable {
        /// The content's type among the attributes is missing or another one.
        case contentTypeDiffers
        /// The document is not the one that was signed.
        case messageDigestDiffers
        /// The signature carries content of its own beside the document.
        case carriesContent
        case signerCertificateMissing
        /// The certificate is not the one the signer named by its hash.
        case signingCertificateDiffers
        /// Digest algorithms of the content and of the signature are not the same.
        case digestAlgorithmsDiffer
        /// An algorithm (dotted decimal) that is not known here.
        case algorithmUnknown(String)
        /// The certificate's key is not of the kind that the signature algorithm needs.
        case keyUnfit
        /// The key did not make this signature over these attributes.
        case signatureWrong
        /// The timestamp is of other bytes.
        case imprintDiffers
        /// The certificate may not sign timestamps: its extended key usage is not critical, or
        /// not id-kp-timeStamping alone (RFC 3161 §2.3).
        case certificateNotForTimestamps
    }

    /// Each lowers what the signature is worth (ETSI TS 119 312).
    public enum Weakness: Hashable, Sendable {
        case digest(DigestAlgorithm)
        /// The hash by which the signer's certificate is named.
        case signingCertificateDigest(DigestAlgorithm)
        /// The hash of what a timestamp is of.
        case imprintDigest(DigestAlgorithm)
        case rsaKey(bitCount: Int)
        /// The signer did not name its certificate by a hash: another with the same key would do.
        case signingCertificateUnnamed
    }

    public internal(set) var problems: [Problem] = []
    public internal(set) var weaknesses: [Weakness] = []

    /// Nothing to say against it.
    public init() {}

    public var isIntact: Bool { problems.isEmpty }
}
