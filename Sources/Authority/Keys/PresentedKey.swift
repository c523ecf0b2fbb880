import CMS
import Foundation
import SwiftASN1
import X509

/// A private key as a client sends it: base64 of PKCS#8, PEM armour and line breaks tolerated
/// (contract LightDoc, sign/aes). It lives in memory for one call.
struct PresentedKey {
    /// No PKCS#8 key that is accepted is longer, even in base64 with line breaks.
    private static let characterLimit = 16_384

    let pkcs8: [UInt8]
    private let key: PrivateKey

    init?(_ text: String) {
        guard text.utf8.count <= Self.characterLimit,
            let bytes = Data(base64Encoded: Self.unarmoured(text)),
            let key = try? PrivateKey(pkcs8: Array(bytes))
        else { return nil }
        pkcs8 = Array(bytes)
        self.key = key
    }

    /// Whether it is the key of this certificate and works: a signature is made and checked, for
    /// the public half that a key file names may not be that of its private half.
    func belongs(to der: [UInt8]) -> Bool {
        guard let certificate = try? Certificate(derEncoded: der),
            let embedded = try? EmbeddedCertificate(der: der),
            embedded.subjectPublicKeyInfo == key.subjectPublicKeyInfo,
            let signature = try? key.sign(Self.probe)
        else { return false }
        let algorithm: Certificate.SignatureAlgorithm =
            key.algorithm == .rsa ? .sha256WithRSAEncryption : .ecdsaWithSHA256
        return certificate.publicKey.isValidSignature(
            signature, for: Self.probe, signatureAlgorithm: algorithm)
    }

    private static let probe = Array("tamga: does this key sign?".utf8)

    private static func unarmoured(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline)
            .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("-----") }
            .joined().filter { !$0.isWhitespace }
    }
}
