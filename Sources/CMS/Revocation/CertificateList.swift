public import FoundationEssentials

/// A certificate revocation list (RFC 5280 §5), complete and direct. Its entries are not decoded:
/// a list of many megabytes costs its bytes and nothing more.
public struct CertificateList: Hashable, Sendable {
    /// The largest lists of public authorities have some twenty megabytes.
    public static let byteLimit = 64 << 20

    public let der: [UInt8]
    let signed: SignedStructure
    let issuer: ArraySlice<UInt8>
    /// When it was made.
    public let thisUpdate: Date
    /// When the next one will be there at the latest; `nil`: not said.
    public let nextUpdate: Date?
    let entries: ArraySlice<UInt8>
    let scope: ListScope
    /// Content octets of the CRL number, big-endian; it grows from list to list.
    public let number: [UInt8]?

    /// Delta and indirect lists, those for some reasons only, and those with critical extensions
    /// that are not understood are unsupported: they do not say who is *not* revoked.
    public init(der: [UInt8]) throws(CMSError) {
        guard der.count <= Self.byteLimit else {
            throw CMSError(.tooLarge, "a revocation list of \(der.count) bytes")
        }
        self.der = der
        var whole = DERReader(der[...])
        var list = try whole.next(DERTag.sequence, "a revocation list").inside
        try whole.finish("a revocation list")
        signed = try SignedStructure(&list, "a list's content")
        try list.finish("a revocation list")

        var parts = signed.content.inside
        _ = try parts.nextIf(DERTag.integer)
        // RFC 5280 §5.1.1.2: the algorithm inside must be the one outside.
        guard try AlgorithmIdentifier(parts.next()) == signed.algorithm else {
            throw CMSError(.ambiguous, "two algorithms for one revocation list")
        }
        issuer = try parts.next(DERTag.sequence, "a list's issuer").encoded
        thisUpdate = try parts.next().date()
        nextUpdate = try parts.nextTimeIf()?.date()
        entries = try parts.nextIf(DERTag.sequence)?.content ?? []
        let extensions = try ExtensionList(inside: parts.nextIf(DERTag.context(0)))
        try parts.finish("a list's content")
        try extensions.refuseCritical(besides: [.issuingDistributionPoint])
        scope = try ListScope(extensions.find(.issuingDistributionPoint))
        number = try (extensions.find(.listNumber)?.only().content).map { Array($0) }
    }

    public static func == (left: Self, right: Self) -> Bool { left.der == right.der }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(signed.content.encoded.prefix(1024))
    }

    /// DER of the issuer's name.
    public var issuerName: [UInt8] { Array(issuer) }

    /// The hash function of its signature, where that is known.
    public var digestAlgorithm: DigestAlgorithm? { signed.digestAlgorithm }

    /// Whether this authority made it: its name, its key, and its leave to sign lists.
    public func isSigned(by authority: EmbeddedCertificate) -> Bool {
        DistinguishedName.areSame(issuer, authority.subject) && authority.isForLists
            && signed.isSigned(byKeyOf: authority)
    }

    /// Whether it would name the certificate if that were revoked: made by its issuer, and for
    /// certificates of its kind and distribution point (RFC 5280 §6.3.3 (b)).
    public func covers(_ certificate: EmbeddedCertificate) -> Bool {
        DistinguishedName.areSame(issuer, certificate.issuer) && scope.includes(certificate)
    }
}

extension CertificateList {
    /// The entry of a certificate; `nil`: it is not revoked.
    ///
    /// Walks the whole list and keeps nothing of it: some ten milliseconds for ten megabytes.
    ///
    /// - Parameter serialNumber: content octets, big-endian.
    /// - Throws: where any entry is malformed or has a critical extension (RFC 5280 §5.3).
    public func entry(of serialNumber: [UInt8]) throws(CMSError) -> RevokedCertificate? {
        var reader = DERReader(entries)
        var found: DERValue?
        while !reader.isAtEnd {
            let entry = try reader.next(DERTag.sequence, "an entry")
            var parts = entry.inside
            let serial = try parts.next(DERTag.integer, "a serial number").content
            _ = try parts.next()
            if let extensions = try parts.nextIf(DERTag.sequence) {
                try ExtensionList(extensions).refuseCritical(besides: [])
            }
            if serial.elementsEqual(serialNumber) { found = entry }
        }
        return try found.map { entry throws(CMSError) in try RevokedCertificate(entry: entry) }
    }

    /// The entry of a certificate of this list's issuer.
    public func entry(of certificate: EmbeddedCertificate) throws(CMSError)
        -> RevokedCertificate?
    {
        try entry(of: certificate.serialNumber)
    }
}
