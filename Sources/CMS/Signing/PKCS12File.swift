import COpenSSL

/// A private key and its certificates as people carry them about (RFC 7292).
public struct PKCS12File: Sendable {
    public let key: PrivateKey
    /// DER; the key's own first, its issuers in the file's order.
    public let certificates: [[UInt8]]

    /// - Parameters:
    ///   - der: from outside.
    ///   - password: UTF-8; empty for a file without one.
    /// - Throws: malformed where it is no such file, ``CMSError/Code/passwordWrong`` where the
    ///   password does not fit, unexpectedStructure where it holds no key or no certificate of it,
    ///   unsupported where the key is of another kind or libcrypto cannot decipher the file.
    public init(der: [UInt8], password: String) throws(CMSError) {
        guard der.count <= PrivateKey.fileByteLimit else {
            throw CMSError(.tooLarge, "a key file of \(der.count) bytes")
        }
        var opened = tamga_pkcs12()
        guard tamga_pkcs12_open(&opened, der, der.count) == 1 else {
            throw CMSError(.malformed, "not a PKCS#12 file")
        }
        defer { tamga_pkcs12_close(&opened) }
        guard tamga_pkcs12_fits(&opened, password) == 1 else {
            throw CMSError(.passwordWrong, "the password does not open the file")
        }
        try self.init(&opened, password)
    }

    private init(_ opened: inout tamga_pkcs12, _ password: String) throws(CMSError) {
        var key: OpaquePointer?
        var stack: OpaquePointer?
        let isParsed = tamga_pkcs12_parse(&opened, password, &key, &stack) == 1
        defer {
            EVP_PKEY_free(key)
            tamga_certificates_free(stack)
        }
        guard isParsed else {
            throw CMSError(.unsupported, "the file cannot be deciphered")
        }
        guard let key else { throw CMSError(.unexpectedStructure, "no private key in the file") }
        certificates = Self.certificates(stack)
        self.key = try PrivateKey(key)
        guard let first = certificates.first,
            self.key.matches(try EmbeddedCertificate(der: first))
        else { throw CMSError(.unexpectedStructure, "no certificate of the key in the file") }
    }

    private static func certificates(_ stack: OpaquePointer?) -> [[UInt8]] {
        (0..<tamga_certificate_count(stack)).map { index in
            [UInt8](unsafeUninitializedCapacity: tamga_stack_certificate(stack, index, nil)) {
                out, count in count = tamga_stack_certificate(stack, index, out.baseAddress)
            }
        }
    }
}
