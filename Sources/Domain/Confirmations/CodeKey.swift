public import Crypto

/// The secret from which one-time codes are derived.
public struct CodeKey: Sendable {
    private let key: SymmetricKey

    public init(_ key: SymmetricKey) {
        self.key = key
    }

    /// Six digits, evenly distributed to within 2⁻⁴⁴.
    public func code(for id: ConfirmationID) -> String {
        let mac = HMAC<SHA256>.authenticationCode(for: Array("\(id)".utf8), using: key)
        let number = mac.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let digits = String(number)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Compares in constant time: the MACs of both codes under a key of their own.
    func matches(_ code: String, _ id: ConfirmationID) -> Bool {
        let expected = HMAC<SHA256>.authenticationCode(
            for: Array(self.code(for: id).utf8), using: key)
        return HMAC<SHA256>.isValidAuthenticationCode(
            expected, authenticating: Array(code.utf8), using: key)
    }
}
