import Crypto
import FoundationEssentials

/// Signs messages so that who knows the secret can tell whose they are, that they are whole, and
/// that they are not old ones sent again (Standard Webhooks 1.0, symmetric).
public struct WebhookSigner: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: 24 to 64 random bytes, known to both sides.
    public init(secret: [UInt8]) {
        key = SymmetricKey(data: secret)
    }

    /// The header fields of a message.
    ///
    /// - Parameters:
    ///   - id: of this message; the same where it is sent again.
    ///   - seconds: since 1970, when it is sent.
    public func fields(
        id: String, sentAt seconds: Int64, body: [UInt8]
    ) -> [(name: String, value: String)] {
        let signed = Array("\(id).\(seconds).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
        return [
            ("webhook-id", id), ("webhook-timestamp", "\(seconds)"),
            ("webhook-signature", "v1," + Data(code).base64EncodedString()),
        ]
    }
}
