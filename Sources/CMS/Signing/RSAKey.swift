import COpenSSL

/// An RSA private key in libcrypto, whose signing is about twice as fast as swift-crypto's.
///
/// Unchecked: the key is never changed after `init`, and libcrypto signs with one key on many
/// threads, each with a context of its own.
final class RSAKey: @unchecked Sendable {
    private let key: OpaquePointer

    let modulusByteCount: Int
    /// RSA that may be used for PSS alone (id-RSASSA-PSS, RFC 4055 §1.2).
    let isPSSOnly: Bool
    let subjectPublicKeyInfo: [UInt8]

    init(pkcs8: [UInt8]) throws(CMSError) {
        guard let key = tamga_rsa_key(pkcs8, pkcs8.count) else {
            throw CMSError(.malformed, "not an RSA private key")
        }
        self.key = key
        modulusByteCount = tamga_signature_size(key)
        isPSSOnly = EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA_PSS
        subjectPublicKeyInfo = [UInt8](
            unsafeUninitializedCapacity: tamga_public_key(key, nil)
        ) { out, count in
            count = tamga_public_key(key, out.baseAddress)
        }
        guard (256...1024).contains(modulusByteCount) else {
            throw CMSError(.unsupported, "RSA keys of \(modulusByteCount * 8) bits")
        }
    }

    deinit {
        EVP_PKEY_free(key)
    }

    /// - Parameter pss: otherwise PKCS#1 v1.5.
    func sign(
        _ bytes: [UInt8], _ digest: DigestAlgorithm, pss: Bool
    ) throws(CMSError) -> [UInt8] {
        let signature = [UInt8](unsafeUninitializedCapacity: modulusByteCount) { out, count in
            count = tamga_rsa_sign(
                key, digest.rawValue, pss ? TAMGA_RSA_PSS : TAMGA_RSA_PKCS1, bytes, bytes.count,
                out.baseAddress, modulusByteCount)
        }
        guard !signature.isEmpty else { throw CMSError(.signingFailed, "libcrypto refused") }
        return signature
    }
}
