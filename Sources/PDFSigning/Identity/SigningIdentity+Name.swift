import COpenSSL

extension SigningIdentity {
    /// The common name of the certificate's subject, else all of the subject (RFC 4514).
    public var name: String {
        guard let certificate = ParsedCertificate(der: certificate) else { return "" }
        return certificate.commonName ?? certificate.name
    }
}

extension ParsedCertificate {
    /// More than any name has.
    private static let commonNameLimit = 4096

    /// The first common name of its subject; nil where it has none.
    fileprivate var commonName: String? {
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.commonNameLimit) { out, count in
            count = tamga_common_name(handle, out.baseAddress, Self.commonNameLimit)
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
