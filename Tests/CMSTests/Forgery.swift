import CMS
import Foundation
import TamgaTestKit

/// What a hostile authority would make: openssl signs any content by any certificate.
enum Forgery {
    /// The same TSTInfo, signed by a certificate that may not sign timestamps.
    static func token(
        _ token: TimestampToken, by holder: TestAuthority.Holder
    ) async throws -> TimestampToken {
        var files = holder.files("tsa")
        files["content"] = token.signedData.content
        let made = try await OpenSSL.run(
            "cms", "-sign", "-cades", "-binary", "-nodetach", "-outform", "DER", "-in", "content",
            "-econtent_type", "1.2.840.113549.1.9.16.1.4", "-md", "sha256", "-signer", "tsa.pem",
            "-inkey", "tsa-key.pem", "-out", "token", files: files, read: "token")
        return try TimestampToken(der: made.output)
    }
}
