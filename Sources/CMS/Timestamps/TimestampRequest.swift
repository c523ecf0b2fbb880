/// What is asked of a time-stamping authority (TimeStampReq, RFC 3161 §2.4.1).
public struct TimestampRequest: Hashable, Sendable {
    /// More than any request needs.
    public static let byteLimit = 16 << 10

    public let der: [UInt8]
    public let imprint: MessageImprint
    /// Dotted decimal; `nil`: the authority chooses.
    public let policy: String?
    /// Content octets of the INTEGER, big-endian.
    public let nonce: [UInt8]?
    /// Whether the token is to carry the authority's certificate.
    public let certReq: Bool
    /// Extensions are asked for; nobody understands any (RFC 3161 §2.4.1).
    let hasExtensions: Bool

    /// - Parameters:
    ///   - imprint: the digest to be timestamped, of `algorithm`'s length.
    ///   - nonce: big-endian random octets, taken as a non-negative number.
    ///   - policy: dotted decimal; anything else is unsupported.
    public init(
        imprint: [UInt8], algorithm: DigestAlgorithm = .sha256, nonce: [UInt8]?,
        certReq: Bool = true, policy: String? = nil
    ) throws(CMSError) {
        let imprint = MessageImprint(algorithm: algorithm, digest: imprint)
        guard imprint.hasRightLength else {
            throw CMSError(.unsupported, "a digest of \(imprint.digest.count) bytes")
        }
        let policyOID = try policy.map { text throws(CMSError) in try OID(policy: text) }
        let parts = [
            DERWriter.integer(1), imprint.der, policyOID?.der ?? [],
            nonce.map { DERWriter.integer(magnitude: $0) } ?? [],
            certReq ? DERWriter.isTrue : [],
        ]
        try self.init(der: DERWriter.value(DERTag.sequence, parts.flatMap { $0 }))
    }

    /// - Parameter der: from outside; an unknown hash function is no reason to fail.
    public init(der: [UInt8]) throws(CMSError) {
        guard der.count <= Self.byteLimit else {
            throw CMSError(.tooLarge, "a request of \(der.count) bytes")
        }
        self.der = der
        var whole = DERReader(der[...])
        var parts = try whole.next(DERTag.sequence, "a timestamp request").inside
        try whole.finish("a timestamp request")
        guard try parts.next(DERTag.integer, "the version").smallInteger() == 1 else {
            throw CMSError(.unsupported, "a timestamp request of another version")
        }
        imprint = try MessageImprint(parts.next())
        policy = try parts.nextIf(DERTag.objectIdentifier)?.objectIdentifier().description
        nonce = try parts.nextIf(DERTag.integer).map { Array($0.content) }
        certReq = try parts.nextIf(DERTag.boolean)?.content.first ?? 0 != 0
        hasExtensions = try parts.nextIf(DERTag.context(0)) != nil
        try parts.finish("a timestamp request")
    }
}

extension OID {
    init(policy text: String) throws(CMSError) {
        guard let oid = OID(dotted: text) else {
            throw CMSError(.unsupported, "a policy that is no object identifier: \(text)")
        }
        self = oid
    }
}
