/// Finds out who somebody is. How often and how long it may be tried is not its business.
public protocol IdentityProvider: Sendable {
    /// Begins a check. Throws ``IdentityUnavailable`` where that is not to be had now.
    func begin(_ check: IdentityCheck) async throws -> IdentityStep

    /// Judges what the person answered. Throws ``IdentityUnavailable`` where that is not to be had
    /// now; nothing is decided then.
    func confirm(_ check: IdentityCheck, _ answer: IdentityAnswer) async throws -> IdentityVerdict
}

/// What follows the beginning of a check.
public enum IdentityStep: Equatable, Sendable {
    /// The server sends the check's one-time code to the contact.
    case code
    /// The provider reached the person by itself, or does so on a page of its own.
    case elsewhere(page: String?)
}

public enum IdentityVerdict: Equatable, Sendable {
    case confirmed(IdentityProof)
    case denied
}

/// The provider does not answer, or not sensibly: why, for the log.
public struct IdentityUnavailable: Error, Equatable, Sendable, CustomStringConvertible {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { "no identity check: \(reason)" }
}
