/// Why some bytes are not a signature that this library reads, or cannot be made into one.
/// Errors are equal by code; the reason is for people.
public struct CMSError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// The bytes are not DER (X.690), are cut short or have something after their end.
        case malformed
        /// DER, but not the structure expected at this place.
        case unexpectedStructure
        /// More than one value where one is allowed.
        case ambiguous
        /// More than one signerInfo in one signature.
        case severalSigners
        /// A version, key or algorithm that is not supported.
        case unsupported
        /// Over a limit of this library.
        case tooLarge
        /// The private key could not sign.
        case signingFailed
        /// A key is encrypted and no password was given.
        case passwordMissing
        /// A key's password is another one.
        case passwordWrong
    }

    public let code: Code
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    public var description: String { "\(code.rawValue): \(reason)" }
}
