/// A certificate as a signature carries it: only the parts by which a signer is found and its
/// signature checked. Whether it is to be trusted is decided elsewhere, on the same bytes.
public struct EmbeddedCertificate: Hashable, Sendable {
    /// The whole certificate.
    public let der: [UInt8]
    let encodedSerialNumber: ArraySlice<UInt8>
    let issuer: ArraySlice<UInt8>
    let subject: ArraySlice<UInt8>
    let publicKey: ArraySlice<UInt8>
    let keyIdentifier: ArraySlice<UInt8>?

    /// Reads RFC 5280 §4.1; parts after the public key are searched for the key identifier only.
    public init(der: [UInt8]) throws(CMSError) {
        self.der = der
        var whole = DERReader(der[...])
        var certificate = try whole.next(DERTag.sequence, "a certificate").inside
        try whole.finish("a certificate")
        var fields = try certificate.next(DERTag.sequence, "a certificate's content").inside
        _ = try fields.nextIf(DERTag.context(0))
        encodedSerialNumber = try fields.next(DERTag.integer, "a serial number").encoded
        _ = try fields.next(DERTag.sequence, "a certificate's algorithm")
        issuer = try fields.next(DERTag.sequence, "an issuer").encoded
        _ = try fields.next(DERTag.sequence, "a validity")
        subject = try fields.next(DERTag.sequence, "a subject").encoded
        publicKey = try fields.next(DERTag.sequence, "a public key").encoded
        keyIdentifier = try Self.keyIdentifier(in: &fields)
    }

    /// Content octets of the serial number, big-endian.
    public var serialNumber: [UInt8] {
        var reader = DERReader(encodedSerialNumber)
        return (try? reader.next()).map { Array($0.content) } ?? []
    }

    /// DER of the issuer's and the subject's name, and of the SubjectPublicKeyInfo.
    public var issuerName: [UInt8] { Array(issuer) }
    public var subjectName: [UInt8] { Array(subject) }
    public var subjectPublicKeyInfo: [UInt8] { Array(publicKey) }

    // RFC 5280 §4.2.1.2: [3] { SEQUENCE OF { id, critical DEFAULT FALSE, OCTET STRING } }.
    private static func keyIdentifier(in fields: inout DERReader) throws(CMSError)
        -> ArraySlice<UInt8>?
    {
        for field in try fields.remaining() where field.tag == DERTag.context(3) {
            var outer = field.inside
            var extensions = try outer.next(DERTag.sequence, "the extensions").inside
            while !extensions.isAtEnd {
                var one = try extensions.next(DERTag.sequence, "an extension").inside
                guard try OID(one.next()) == .subjectKeyIdentifier else { continue }
                _ = try one.nextIf(DERTag.boolean)
                var value = try one.next(DERTag.octetString, "an extension's value").inside
                return try value.next(DERTag.octetString, "a key identifier").content
            }
        }
        return nil
    }
}
