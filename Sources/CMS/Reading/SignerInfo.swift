/// Who signed, how, and what beside the content (RFC 5652 §5.3).
public struct SignerInfo: Hashable, Sendable {
    enum Identity: Hashable, Sendable {
        /// Name and serial number as they stand in the certificate.
        case issuer(ArraySlice<UInt8>, encodedSerialNumber: ArraySlice<UInt8>)
        case keyIdentifier(ArraySlice<UInt8>)
    }

    /// The whole signerInfo.
    let encoded: ArraySlice<UInt8>
    let identity: Identity
    let digestOID: OID
    let signatureAlgorithm: AlgorithmIdentifier
    /// `nil`: the signature is over the content's digest itself.
    let signedSet: [Attribute]?
    /// The signature value: what a signature timestamp is made over.
    public let signature: [UInt8]
    public let unsignedAttributes: [Attribute]

    /// From the attributes; `nil` where the signer left it out.
    public let messageDigest: [UInt8]?
    public let signingCertificate: SigningCertificate?
    /// What the signer's clock said, in seconds since 1970-01-01T00:00:00Z; nobody vouches for it.
    public let signingTime: Int64?
    let contentType: OID?

    /// How the content was hashed; `nil`: not known here.
    public var digestAlgorithm: DigestAlgorithm? { DigestAlgorithm(digestOID) }

    /// Dotted, as stated.
    public var signatureAlgorithmOID: String { "\(signatureAlgorithm.oid)" }

    public var hasSignedAttributes: Bool { signedSet != nil }
    public var signedAttributes: [Attribute] { signedSet ?? [] }

    /// The RFC 3161 tokens over the signature value, undecoded; several are allowed
    /// (EN 319 122-1 §5.3).
    public var timestampTokens: [[UInt8]] {
        unsignedAttributes.filter { $0.oid == .timestampToken }.flatMap(\.values)
    }

    /// What the signer knew of revocation when it signed (adbe-revocationInfoArchival).
    public let archivedRevocation: RevocationValues

    init(_ value: DERValue) throws(CMSError) {
        encoded = value.encoded
        var parts = value.inside
        _ = try parts.next(DERTag.integer, "the signer's version")
        identity = try Self.identity(parts.next())
        digestOID = try AlgorithmIdentifier(parts.next()).oid
        let signed = try parts.nextIf(DERTag.context(0))
        let attributes = try signed.map { set throws(CMSError) in try [Attribute](set) }
        signatureAlgorithm = try AlgorithmIdentifier(parts.next())
        signature = Array(try parts.next(DERTag.octetString, "the signature").content)
        let unsigned = try parts.nextIf(DERTag.context(1))
        unsignedAttributes =
            try unsigned.map { set throws(CMSError) in try [Attribute](set) } ?? []
        try parts.finish("the signerInfo")

        try attributes?.refuseRepeated()
        signedSet = attributes
        contentType = try attributes?[.contentType]?.single().objectIdentifier()
        messageDigest = try attributes?[.messageDigest]?.single().octets()
        signingTime = try attributes?[.signingTime]?.single().unixTime()
        signingCertificate = try Self.signingCertificate(attributes ?? [])
        archivedRevocation = try RevocationValues(
            archival: attributes?[.revocationArchival]?.single())
    }

    private static func identity(_ value: DERValue) throws(CMSError) -> Identity {
        guard value.tag != DERTag.primitiveContext(0) else { return .keyIdentifier(value.content) }
        guard value.tag == DERTag.sequence else {
            throw CMSError(.unexpectedStructure, "the signer is not named")
        }
        var parts = value.inside
        let issuer = try parts.next(DERTag.sequence, "the signer's issuer")
        let serial = try parts.next(DERTag.integer, "the signer's serial number")
        return .issuer(issuer.encoded, encodedSerialNumber: serial.encoded)
    }

    private static func signingCertificate(_ attributes: [Attribute]) throws(CMSError)
        -> SigningCertificate?
    {
        if let newer = attributes[.signingCertificateV2] {
            return try SigningCertificate(newer.single(), version2: true)
        }
        guard let older = attributes[.signingCertificate] else { return nil }
        return try SigningCertificate(older.single(), version2: false)
    }

    func matches(_ certificate: EmbeddedCertificate) -> Bool {
        switch identity {
        case .issuer(let issuer, let serial):
            issuer == certificate.issuer && serial == certificate.encodedSerialNumber
        case .keyIdentifier(let identifier):
            certificate.keyIdentifier.map(identifier.elementsEqual) ?? false
        }
    }
}
