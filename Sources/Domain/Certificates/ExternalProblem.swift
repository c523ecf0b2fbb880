/// Why a signature made elsewhere is not taken. Nothing was changed: the signer may try again.
public enum ExternalProblem: Error, Equatable, Codable, Sendable {
    /// More bytes than any honest signature has; nothing was read.
    case uploadTooLarge(limit: Int)
    /// Neither DER nor PEM nor base64 of a CMS signature over data.
    case unreadable
    case severalSigners
    /// It carries content of its own instead of leaving the document beside it.
    case embeddedContent
    /// An algorithm that is not known here.
    case unsupported
    case weakAlgorithm

    /// Other bytes were signed than those that were prepared.
    case otherBytes
    case signatureWrong
    case certificateMissing
    /// The signer named another certificate than the one sent along.
    case otherCertificateNamed

    /// The certificate is not one to sign documents with.
    case wrongUsage
    /// No path leads to a certificate that the operator trusts.
    case untrusted
    case notYetValid
    case expired
    case revoked
    /// The certificate names a place where its revocation is told, and nothing was to be had there.
    case revocationUnknown

    /// The certificate tells no business number that could be compared.
    case businessNumberMissing
    case otherBusiness

    /// It does not fit the room that was left, both in bytes: other bytes must be prepared, which
    /// leave so much, and signed.
    case roomExceeded(measured: Int, room: Int)
}
