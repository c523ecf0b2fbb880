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
    case actionUnavailable(DocumentAction)

    case noFiles
    case notPDF(fileName: String)
    case uploadTooLarge(limit: Int)
    case tooManyFiles(limit: Int)

    case turnNotReached
    case alreadySigned
    case wrongMethod
    case verificationRequired
    case certificateUnusable(CertificateProblem)
    case keyMismatch
    case notYetSigned
    case consentMissing

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
        case missing, blank, malformed
        case tooLong(limit: Int)
        case countOutOfRange(minimum: Int, maximum: Int)
        case negative
        case repeated
        /// Known to the contract, and not offered there.
        case unsupported
        /// Known to the contract, and not built yet.
        case unavailable
        case notOneOf([String])
        case intervalTooLong(days: Int)
        case unprintable(character: String)
    }

    public enum CertificateProblem: Equatable, Sendable {
        case unknown, expired, revoked
    }
}
