/// A signature as found in a document: a CMS SignedData with exactly one signer (RFC 5652 §5).
///
/// The bytes may be hostile. Nothing is decided here; ``verify(messageDigest:)`` judges.
public struct SignedData: Hashable, Sendable {
    /// More than any signature with its revocation values needs.
    public static let byteLimit = 16 << 20

    /// The signature itself, without the padding that follows it; in DER, whatever it was.
    public let der: [UInt8]
    /// Whether it was DER, as PAdES demands (EN 319 142-1 §6.3).
    public let isDER: Bool
    let contentOID: OID
    /// The content, where the signature carries it; `nil` for a detached one.
    public let content: [UInt8]?
    public let certificates: [EmbeddedCertificate]
    /// The revocation lists and answers in the signature's `crls`.
    public let revocationValues: RevocationValues
    public let signer: SignerInfo

    /// Type of the content in dotted decimal.
    public var contentType: String { contentOID.description }

    /// The certificate that the signerInfo names, where the signature carries it.
    public var signerCertificate: EmbeddedCertificate? { certificates.first(where: signer.matches) }

    /// - Parameter bytes: a ContentInfo, followed by nothing but the zeros that pad /Contents. BER
    ///   is read too (``isDER``); nothing that is signed depends on which it was.
    public init(der bytes: [UInt8]) throws(CMSError) {
        guard bytes.count <= Self.byteLimit else {
            throw CMSError(.tooLarge, "a signature of \(bytes.count) bytes")
        }
        do {
            try self.init(contentInfo: bytes[...], isDER: true)
        } catch  where error.code == .malformed {
            guard let (decoded, rest) = try? BERDecoder.decode(bytes[...]) else { throw error }
            try self.init(contentInfo: decoded + rest, isDER: false)
        }
    }

    private init(contentInfo bytes: ArraySlice<UInt8>, isDER: Bool) throws(CMSError) {
        var whole = DERReader(bytes)
        let contentInfo = try whole.next(DERTag.sequence, "a ContentInfo")
        guard whole.rest.allSatisfy({ $0 == 0 }) else {
            throw CMSError(.malformed, "bytes after the signature")
        }
        der = Array(contentInfo.encoded)
        self.isDER = isDER
        var parts = try Self.signedData(contentInfo)
        _ = try parts.next(DERTag.integer, "the version")
        _ = try parts.next(DERTag.set, "the digest algorithms")
        (contentOID, content) = try Self.content(
            parts.next(DERTag.sequence, "the content"))
        certificates = try Self.certificates(parts.nextIf(DERTag.context(0)))
        revocationValues = try RevocationValues(choices: parts.nextIf(DERTag.context(1)))
        signer = try Self.onlySigner(parts.next(DERTag.set, "the signerInfos"))
        try parts.finish("the SignedData")
    }

    static func signedData(_ contentInfo: DERValue) throws(CMSError) -> DERReader {
        var parts = contentInfo.inside
        guard try OID(parts.next()) == .signedData else {
            throw CMSError(.unexpectedStructure, "not a SignedData")
        }
        var explicit = try parts.next(DERTag.context(0), "the SignedData").inside
        try parts.finish("the ContentInfo")
        let signedData = try explicit.next(DERTag.sequence, "the SignedData")
        try explicit.finish("the ContentInfo")
        return signedData.inside
    }

    private static func content(_ value: DERValue) throws(CMSError) -> (OID, [UInt8]?) {
        var parts = value.inside
        let type = try OID(parts.next())
        var explicit = try parts.nextIf(DERTag.context(0))?.inside
        try parts.finish("the content")
        return (type, try explicit?.next(DERTag.octetString, "the content").octets())
    }

    // Other kinds of certificates (attribute certificates) carry a context tag: left out.
    private static func certificates(_ set: DERValue?) throws(CMSError) -> [EmbeddedCertificate] {
        guard var values = set?.inside else { return [] }
        return try values.remaining().filter { $0.tag == DERTag.sequence }
            .map { value throws(CMSError) in try EmbeddedCertificate(der: Array(value.encoded)) }
    }

    private static func onlySigner(_ set: DERValue) throws(CMSError) -> SignerInfo {
        var values = set.inside
        let signer = try SignerInfo(values.next(DERTag.sequence, "a signerInfo"))
        guard values.isAtEnd else {
            throw CMSError(.severalSigners, "several signers in one signature")
        }
        return signer
    }
}
