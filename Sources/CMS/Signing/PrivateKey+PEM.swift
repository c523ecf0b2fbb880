import COpenSSL

extension PrivateKey {
    /// The most that a key file may have.
    static let fileByteLimit = 1 << 20

    /// The first private key of a PEM file: PKCS#8, encrypted or not, or the traditional forms of
    /// RSA and EC keys; other blocks are passed over.
    ///
    /// - Parameter password: UTF-8; `nil`: the key is not encrypted.
    /// - Throws: ``CMSError/Code/passwordMissing``, ``CMSError/Code/passwordWrong``, malformed
    ///   where there is no key, unsupported where it is of another kind.
    public init(pem: [UInt8], password: String?) throws(CMSError) {
        guard pem.count <= Self.fileByteLimit else {
            throw CMSError(.tooLarge, "a key file of \(pem.count) bytes")
        }
        let text = String(decoding: pem, as: UTF8.self)
        guard text.contains("PRIVATE KEY-----") else {
            throw CMSError(.malformed, "no private key in PEM")
        }
        let isEncrypted =
            text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")
        guard !isEncrypted || password != nil else {
            throw CMSError(.passwordMissing, "the key is encrypted")
        }
        guard let key = Self.read(pem, password) else {
            throw isEncrypted
                ? CMSError(.passwordWrong, "the password does not open the key")
                : CMSError(.malformed, "not a private key")
        }
        defer { EVP_PKEY_free(key) }
        self = try PrivateKey(key)
    }

    /// A copy of a key that libcrypto has read.
    init(_ key: OpaquePointer) throws(CMSError) {
        var pkcs8 = [UInt8](unsafeUninitializedCapacity: tamga_pkcs8(key, nil)) { out, count in
            count = tamga_pkcs8(key, out.baseAddress)
        }
        defer { pkcs8.wipe() }
        self = try PrivateKey(pkcs8: pkcs8)
    }

    private static func read(_ pem: [UInt8], _ password: String?) -> OpaquePointer? {
        guard var octets = password.map({ $0.utf8CString }) else {
            return tamga_pem_key(pem, pem.count, nil)
        }
        return octets.withUnsafeMutableBufferPointer { octets in
            defer { OPENSSL_cleanse(octets.baseAddress, octets.count) }
            return tamga_pem_key(pem, pem.count, octets.baseAddress)
        }
    }
}
