/// An answer of the business: what was asked is not to be had, and why.
///
/// Every face translates each case once, exhaustively. Anything else that is thrown is a fault.
public enum Refusal: Error, Equatable, Sendable {
    case unauthenticated
    case permissionMissing(Permission)
    /// A field of the request; `path` as the client wrote it (`signers[1].email`).
    case invalid(path: String, Problem)

    case documentNotFound
    case linkNotFound
    case pageNotFound
    case contextNotFound
    case wrongState
    case templateNotFound
    case bulkNotFound
    case actionUnavailable(DocumentAction)

    case noFiles
    case notPDF(fileName: String)
    /// A PDF that cannot be signed.
    case fileUnusable(fileName: String, FileTrouble)
    case uploadTooLarge(limit: Int)
    case tooManyFiles(limit: Int)

    case turnNotReached
    case alreadySigned
    case wrongMethod
    case verificationRequired
    case certificateUnusable(CertificateProblem)
    case keyMismatch
    /// A signature made elsewhere is not taken; nothing was changed.
    case externalSignature(ExternalProblem)
    /// The file has another revision by now than the bytes that were prepared, or none were.
    case preparationExpired
    case notYetSigned
    case consentMissing
    /// A field of the signer's: left empty, or what was entered cannot stand there.
    case field(FieldTrouble)
    /// A file that was asked for is not there; its place, from 0.
    case attachmentMissing(Int)

    /// The link's holder has not passed what the sender asked for.
    case accessRequired
    case wrongAccess(attemptsLeft: Int)
    /// A certificate shown at the door is not taken.
    case wrongCertificate(ExternalProblem, attemptsLeft: Int)
    case accessLocked(retryAfterSeconds: Int)
    /// The identity provider does not answer; nothing was changed.
    case identityUnavailable

    case confirmationNotFound
    case confirmationSpent
    case confirmationExpired
    case wrongCode(attemptsLeft: Int)
    case tooSoon(retryAfterSeconds: Int)
    /// The time-stamp authority does not answer; nothing was changed.
    case timestampUnavailable
    /// Others were faster, again and again.
    case busy

    public enum Problem: Equatable, Sendable {
        case missing, blank, malformed, past
        case tooLong(limit: Int)
        case countOutOfRange(minimum: Int, maximum: Int)
        case negative
        case repeated
        /// Names nothing that is there.
        case unknown
        /// Neither PNG nor JPEG, or too large.
        case unusablePicture
        /// Known to the contract, and not offered there.
        case unsupported
        case notOneOf([String])
        case intervalTooLong(days: Int)
        case unprintable(character: String)
    }

    public enum CertificateProblem: Equatable, Sendable {
        case unknown, expired, revoked
    }
}
