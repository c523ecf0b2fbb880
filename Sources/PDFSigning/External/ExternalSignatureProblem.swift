/// Why a signature made elsewhere is not taken. The signer may try again; after
/// ``roomExceeded(measured:room:)`` the update is to be prepared again first.
///
/// Texts are one line in English, for logs.
public enum ExternalSignatureProblem: Error, Hashable, Sendable {
    /// More bytes than any honest signature has; nothing was read.
    case uploadTooLarge(byteCount: Int, limit: Int)
    /// Neither DER nor PEM nor base64 of a CMS signature over data.
    case unreadable(String)
    case severalSigners
    /// It carries content of its own instead of leaving the document beside it.
    case embeddedContent
    /// An algorithm that is not known, or whose engine is not installed.
    case unsupported(String)
    /// It rests on a digest or a key that is too weak to be relied on (ETSI TS 119 312).
    case weakAlgorithm(String)

    /// Other bytes were signed than those that were prepared.
    case otherBytes
    /// The certificate's key did not make it. Where no attributes are signed, this is also what
    /// comes of other bytes.
    case signatureWrong(String)
    case certificateMissing
    /// The signer named another certificate by its hash (RFC 5035).
    case otherCertificateNamed

    /// The certificate is not one to sign documents with.
    case wrongUsage(String)
    /// No path leads to a certificate of the trust list.
    case untrusted(String)
    case notYetValid(String)
    case expired(String)
    case revoked(String)
    /// The rules ask for news of the certificate's revocation, and there are none.
    case revocationUnknown(String)

    /// The certificate tells no business number that could be compared.
    case businessNumberMissing
    /// The certificate is another business's.
    case otherBusiness

    /// It does not fit the room that was left for it; both sizes in bytes.
    case roomExceeded(measured: Int, room: Int)
}

extension ExternalSignatureProblem {
    /// Whether what was signed cannot be used any more: other bytes must be prepared and signed.
    public var needsNewPreparation: Bool {
        if case .roomExceeded = self { true } else { false }
    }
}
