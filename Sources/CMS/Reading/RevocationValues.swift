/// Revocation lists and answers that travel with a signature, undecoded.
public struct RevocationValues: Hashable, Sendable {
    /// DER of CertificateLists (RFC 5280 §5).
    public let lists: [[UInt8]]
    /// DER of OCSPResponses (RFC 6960 §4.2.1).
    public let answers: [[UInt8]]

    public var isEmpty: Bool { lists.isEmpty && answers.isEmpty }

    /// RevocationInfoChoices (RFC 5652 §10.2.1): lists, and `[1]` others, of which OCSP answers are
    /// understood (RFC 5940 §3).
    init(choices: DERValue?) throws(CMSError) {
        var reader = choices?.inside ?? DERReader([])
        let values = try reader.remaining()
        lists = values.filter { $0.tag == DERTag.sequence }.map { Array($0.encoded) }
        var answers: [[UInt8]] = []
        for value in values where value.tag == DERTag.context(1) {
            var parts = value.inside
            guard try parts.next().isOID(.answerAsRevocationInfo) else { continue }
            answers.append(Array(try parts.next().encoded))
        }
        self.answers = answers
    }

    /// RevocationInfoArchival (ISO 32000-2 §12.8.3.3.2): `[0]` lists, `[1]` answers, `[2]` others.
    init(archival: DERValue?) throws(CMSError) {
        var parts = archival?.inside ?? DERReader([])
        lists = try Self.values(parts.nextIf(DERTag.context(0)))
        answers = try Self.values(parts.nextIf(DERTag.context(1)))
    }

    private static func values(_ explicit: DERValue?) throws(CMSError) -> [[UInt8]] {
        guard var inside = explicit?.inside else { return [] }
        return try inside.next(DERTag.sequence, "revocation values").inside.all()
    }
}
