/// What a certificate of Korea's NPKI tells of its holder's number without telling the number: a
/// hash of the number and of random bits that lie beside the holder's private key.
///
/// Relied on is what KISA's technical specification KCAC.TS.SIVID and public implementations of
/// it agree in: the subjectAltName has an otherName 1.2.410.200004.10.1.1 (identifyData), a
/// SEQUENCE of the holder's name and of attributes; that of type 1.2.410.200004.10.1.1.1 is a
/// SEQUENCE of a hash algorithm and, under `[0]`, an OCTET STRING, which is h(h(SEQUENCE {
/// PrintableString number, BIT STRING random })).
public struct VirtualIdentity: Hashable, Sendable {
    private let digest: DigestAlgorithm
    private let hash: [UInt8]

    /// Whether the number is the holder's.
    ///
    /// - Parameters:
    ///   - number: digits alone.
    ///   - random: the bits that the holder's key file keeps (attribute 1.2.410.200004.10.1.1.3).
    public func isOf(number: String, random: [UInt8]) -> Bool {
        let content = DERWriter.sequence(
            DERWriter.value(DERTag.printableString, Array(number.utf8)),
            DERWriter.bitString(random))
        return digest.hash(digest.hash(content)) == hash
    }

    /// - Parameter value: SEQUENCE { hashAlg, virtualID [0] OCTET STRING }.
    fileprivate init(_ value: DERValue) throws(CMSError) {
        var parts = try value.asSequence()
        let algorithm = try AlgorithmIdentifier(parts.next())
        guard let digest = DigestAlgorithm(algorithm.oid) else {
            throw CMSError(.unsupported, "a number's digest of \(algorithm.oid)")
        }
        self.digest = digest
        let identity = try parts.next()
        // Found with an explicit tag and with an implicit one.
        var explicit = identity.inside
        hash =
            identity.tag == DERTag.context(0)
            ? try explicit.next().octets() : Array(identity.content)
    }
}

extension EmbeddedCertificate {
    /// Nil where there is none, or none that can be read.
    public var virtualIdentity: VirtualIdentity? {
        guard let names = try? extensions.find(.subjectAlternativeName)?.only(),
            let all = try? names.inside.values()
        else { return nil }
        return all.filter { $0.tag == DERTag.context(0) }
            .compactMap { try? Self.virtualIdentity(inOtherName: $0) }.first
    }

    /// OtherName: the type, and `[0]` around IdentifyData.
    private static func virtualIdentity(
        inOtherName name: DERValue
    ) throws(CMSError) -> VirtualIdentity? {
        var parts = name.inside
        guard try parts.next().isOID(.identifyData) else { return nil }
        var explicit = try parts.next(DERTag.context(0), "identify data").inside
        var data = try explicit.next().asSequence()
        _ = try data.next()
        for attribute in try data.next().asSequence().values() {
            var pair = attribute.inside
            if try pair.next().isOID(.virtualIdentity) {
                return try VirtualIdentity(pair.inSet())
            }
        }
        return nil
    }
}

extension DERValue {
    fileprivate func asSequence() throws(CMSError) -> DERReader {
        guard tag == DERTag.sequence else {
            throw CMSError(.unexpectedStructure, "identify data are missing")
        }
        return inside
    }
}

extension DERReader {
    /// The next value, or the one in it where it is a SET of one.
    fileprivate mutating func inSet() throws(CMSError) -> DERValue {
        let value = try next()
        guard value.tag == DERTag.set else { return value }
        var inside = value.inside
        return try inside.next()
    }
}
