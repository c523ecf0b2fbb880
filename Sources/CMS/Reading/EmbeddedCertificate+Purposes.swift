public import FoundationEssentials

extension EmbeddedCertificate {
    /// From when to when its issuer vouches for it, both ends included; `nil` where that cannot
    /// be read.
    public var validityPeriod: ClosedRange<Date>? {
        var times = validity.inside
        guard let start = try? times.next().date(), let end = try? times.next().date(),
            start <= end
        else { return nil }
        return start...end
    }

    /// Whether it may sign timestamps: the extended key usage is critical and names
    /// id-kp-timeStamping alone (RFC 3161 §2.3).
    public var isForTimestamps: Bool {
        guard let usage = try? extensions.find(.extendedKeyUsage), usage.isCritical else {
            return false
        }
        return purposes == [.timeStamping]
    }

    /// Whether it may sign OCSP answers for the authority that issued it (RFC 6960 §4.2.2.2).
    public var isForAnswers: Bool { purposes.contains(.answerSigning) }

    /// Whether its own revocation need not be asked for (id-pkix-ocsp-nocheck, RFC 6960
    /// §4.2.2.2.1).
    public var hasNoCheck: Bool { (try? extensions.find(.noCheck)) != nil }

    /// Whether it belongs to an authority (RFC 5280 §4.2.1.9).
    public var isAuthority: Bool {
        guard let value = try? extensions.find(.basicConstraints)?.only() else { return false }
        var parts = value.inside
        return (try? parts.nextIf(DERTag.boolean))?.content.first ?? 0 != 0
    }

    /// Whether it may sign revocation lists: no key usage at all, or one with cRLSign
    /// (RFC 5280 §4.2.1.3, bit 6).
    var isForLists: Bool {
        guard let usage = try? extensions.find(.keyUsage) else { return true }
        let bits = (try? usage.only())?.content ?? []
        return bits.count > 1 && bits[bits.startIndex + 1] & 0b0000_0010 != 0
    }

    /// Whether `issuer` made it: its name, and a signature by its key.
    public func isIssued(by issuer: EmbeddedCertificate) -> Bool {
        isNamed(byNameOf: issuer) && signed.isSigned(byKeyOf: issuer)
    }

    func isNamed(byNameOf issuer: EmbeddedCertificate) -> Bool {
        DistinguishedName.areSame(self.issuer, issuer.subject)
    }

    private var purposes: [OID] {
        guard let value = try? extensions.find(.extendedKeyUsage)?.only() else { return [] }
        var reader = value.inside
        let values = (try? reader.remaining()) ?? []
        return values.compactMap { try? OID($0) }
    }
}
