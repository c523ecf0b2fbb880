/// A certificate as a signature carries it: only the parts by which a signer is found and its
/// signature checked. Whether it is to be trusted is decided elsewhere, on the same bytes.
public struct EmbeddedCertificate: Hashable, Sendable {
    /// The whole certificate.
    public let der: [UInt8]
    let signed: SignedStructure
    let encodedSerialNumber: ArraySlice<UInt8>
    let issuer: ArraySlice<UInt8>
    let validity: DERValue
    let subject: ArraySlice<UInt8>
    let publicKey: ArraySlice<UInt8>
    let extensions: ExtensionList

    /// Reads RFC 5280 §4.1; extensions are looked into when one is asked for.
    public init(der: [UInt8]) throws(CMSError) {
        self.der = der
        var whole = DERReader(der[...])
        var certificate = try whole.next(DERTag.sequence, "a certificate").inside
        try whole.finish("a certificate")
        signed = try SignedStructure(&certificate, "a certificate's content")
        var fields = signed.content.inside
        _ = try fields.nextIf(DERTag.context(0))
        encodedSerialNumber = try fields.next(DERTag.integer, "a serial number").encoded
        _ = try fields.next(DERTag.sequence, "a certificate's algorithm")
        issuer = try fields.next(DERTag.sequence, "an issuer").encoded
        validity = try fields.next(DERTag.sequence, "a validity")
        subject = try fields.next(DERTag.sequence, "a subject").encoded
        publicKey = try fields.next(DERTag.sequence, "a public key").encoded
        extensions = try Self.extensions(in: &fields)
    }

    public static func == (left: Self, right: Self) -> Bool { left.der == right.der }

    public func hash(into hasher: inout Hasher) { hasher.combine(der) }

    /// Content octets of the serial number, big-endian.
    public var serialNumber: [UInt8] {
        var reader = DERReader(encodedSerialNumber)
        return (try? reader.next()).map { Array($0.content) } ?? []
    }

    /// DER of the issuer's and the subject's name, and of the SubjectPublicKeyInfo.
    public var issuerName: [UInt8] { Array(issuer) }
    public var subjectName: [UInt8] { Array(subject) }
    public var subjectPublicKeyInfo: [UInt8] { Array(publicKey) }

    /// RFC 5280 §4.2.1.2: the name that the issuer gave to the key.
    public var keyIdentifier: [UInt8]? {
        guard let value = try? extensions.find(.subjectKeyIdentifier)?.only() else { return nil }
        return try? value.octets()
    }

    private static func extensions(in fields: inout DERReader) throws(CMSError) -> ExtensionList {
        for field in try fields.remaining() where field.tag == DERTag.context(3) {
            return try ExtensionList(inside: field)
        }
        return .none
    }
}
