/// The digest that a timestamp vouches for (RFC 3161 §2.4.1).
public struct MessageImprint: Hashable, Sendable {
    let algorithmOID: OID
    /// Of `algorithm`; of any length where a hostile or unknown sender says so.
    public let digest: [UInt8]

    public init(algorithm: DigestAlgorithm, digest: [UInt8]) {
        algorithmOID = algorithm.oid
        self.digest = digest
    }

    init(_ value: DERValue) throws(CMSError) {
        guard value.tag == DERTag.sequence else {
            throw CMSError(.unexpectedStructure, "a message imprint is missing")
        }
        var parts = value.inside
        algorithmOID = try AlgorithmIdentifier(parts.next()).oid
        digest = try parts.next(DERTag.octetString, "a message's digest").octets()
        try parts.finish("a message imprint")
    }

    /// `nil`: not known here.
    public var algorithm: DigestAlgorithm? { DigestAlgorithm(algorithmOID) }

    /// Whether the digest is as long as its algorithm makes them.
    var hasRightLength: Bool { algorithm?.byteCount == digest.count }

    /// Whether these bytes have this digest.
    public func isOf(_ bytes: [UInt8]) -> Bool { algorithm?.hash(bytes) == digest }

    // Most authorities expect NULL where parameters may be left out (RFC 3370 §2).
    var der: [UInt8] {
        DERWriter.sequence(
            DERWriter.sequence(algorithmOID.der, DERWriter.null), DERWriter.octetString(digest))
    }
}
