import COpenSSL

extension ParsedCertificate {
    /// Its subject and its issuer as text (RFC 4514).
    var name: String { Self.text(X509_get_subject_name(handle)) }
    var issuerName: String { Self.text(X509_get_issuer_name(handle)) }

    /// More than any name has; a longer one is cut.
    private static let nameLimit = 4096

    private static func text(_ name: OpaquePointer?) -> String {
        let bytes = [UInt8](unsafeUninitializedCapacity: nameLimit) { out, count in
            count = tamga_name_text(name, out.baseAddress, nameLimit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
