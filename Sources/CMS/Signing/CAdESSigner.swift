/// Makes detached CAdES signatures as PAdES B-B wants them (EN 319 142-1 §6; RFC 5652).
///
/// One signerInfo, no content, DER throughout. Signed attributes: content-type (id-data),
/// message-digest and one signing-certificate-v2; no signing-time, which PAdES forbids.
public struct CAdESSigner: Sendable {
    private let writer: SignedDataWriter
    /// The most bytes that ``sign(messageDigest:)`` can return: the room for /Contents.
    public let maximumByteCount: Int

    /// - Parameters:
    ///   - certificate: the signer's, in DER.
    ///   - chain: its issuers in DER, without the root.
    ///   - key: the private key of `certificate`; another's is refused.
    public init(certificate: [UInt8], chain: [[UInt8]], key: any DigestSigner) throws(CMSError) {
        writer = try SignedDataWriter(.data, certificate: certificate, chain: chain, key: key)
        maximumByteCount = writer.maximumByteCount(nil)
    }

    /// How the document is to be hashed: as the key hashes (RFC 8933 §3).
    public var digestAlgorithm: DigestAlgorithm { writer.key.digestAlgorithm }

    /// A DER ContentInfo that signs a document by its digest.
    ///
    /// - Parameter messageDigest: of the document's bytes, by ``digestAlgorithm``.
    public func sign(messageDigest: [UInt8]) throws(CMSError) -> [UInt8] {
        guard messageDigest.count == digestAlgorithm.byteCount else {
            throw CMSError(.unsupported, "a digest of \(messageDigest.count) bytes")
        }
        return try writer.sign(messageDigest: messageDigest)
    }

    /// The room for /Contents of a signature that a timestamp token is added to.
    ///
    /// - Parameter tokenByteCount: of the token in DER.
    public func maximumByteCount(withTimestampOf tokenByteCount: Int) -> Int {
        // The attribute around the token, and lengths of the levels above that grow.
        maximumByteCount + tokenByteCount + SignedData.timestampOverhead
    }
}
