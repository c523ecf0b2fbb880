import CMS

extension SigningIdentity {
    /// Reads a key file as people have them.
    ///
    /// - Parameters:
    ///   - file: PKCS#12, or a private key in PEM with or without certificates beside it.
    ///   - password: of the file; nil where it has none.
    ///   - certificates: DER, in any order, where the file lacks some.
    /// - Throws: `CMSError` for a file that holds no usable key, or that the password does not
    ///   open; ``SigningError/certificateMissing`` where the key's certificate is nowhere.
    public init(
        file: [UInt8], password: String? = nil, certificates: [[UInt8]] = []
    ) throws {
        if file.first == 0x30 {
            let bag = try PKCS12File(der: file, password: password ?? "")
            try self.init(key: bag.key, certificates: bag.certificates + certificates)
        } else {
            let own = (try? CertificateFile.certificates(in: file)) ?? []
            let key = try PrivateKey(pem: file, password: password)
            try self.init(key: key, certificates: own + certificates)
        }
    }
}
