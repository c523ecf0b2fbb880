public import FoundationEssentials

/// Since when and why a certificate is not to be trusted any more.
public struct RevokedCertificate: Hashable, Sendable {
    /// CRLReason (RFC 5280 §5.3.1).
    public enum Reason: Int, Hashable, Sendable, CaseIterable {
        case unspecified = 0
        case keyCompromise = 1
        case authorityCompromise = 2
        case affiliationChanged = 3
        case superseded = 4
        case cessationOfOperation = 5
        case certificateHold = 6
        case removeFromList = 8
        case privilegeWithdrawn = 9
        case attributeAuthorityCompromise = 10
    }

    /// Content octets of the serial number, big-endian.
    public let serialNumber: [UInt8]
    /// To the second.
    public let revokedAt: Date
    public let reason: Reason

    public init(serialNumber: [UInt8], revokedAt: Date, reason: Reason = .unspecified) {
        self.serialNumber = serialNumber
        self.revokedAt = revokedAt
        self.reason = reason
    }
}

extension RevokedCertificate {
    /// An entry of a list: serial number, date and extensions (RFC 5280 §5.1.2.6).
    init(entry: DERValue) throws(CMSError) {
        var parts = entry.inside
        serialNumber = Array(try parts.next(DERTag.integer, "a serial number").content)
        revokedAt = try parts.next().date()
        let extensions = try parts.nextIf(DERTag.sequence).map { ExtensionList($0) } ?? .none
        try parts.finish("an entry")
        reason = try extensions.find(.reasonCode).map(Self.reason) ?? .unspecified
    }

    private static func reason(_ value: ExtensionList.Value) throws(CMSError) -> Reason {
        try Reason(enumerated: value.only())
    }

    // RFC 5280 §5.3.1: unspecified is said by leaving the reason out.
    var entry: [UInt8] {
        let code = DERWriter.value(DERTag.enumerated, [UInt8(reason.rawValue)])
        let extensions = DERWriter.sequence(DERWriter.certificateExtension(.reasonCode, code))
        return DERWriter.sequence(
            DERWriter.integer(magnitude: serialNumber), DERWriter.time(revokedAt),
            reason == .unspecified ? [] : extensions)
    }
}

extension RevokedCertificate.Reason {
    init(enumerated value: DERValue) throws(CMSError) {
        guard value.tag == DERTag.enumerated, value.content.count == 1,
            let reason = Self(rawValue: Int(value.content.first ?? 0))
        else { throw CMSError(.unexpectedStructure, "a reason of revocation is unknown") }
        self = reason
    }
}

extension DERWriter {
    /// RFC 5280 §4.1: an Extension.
    static func certificateExtension(
        _ oid: OID, isCritical: Bool = false, _ value: [UInt8]
    ) -> [UInt8] {
        sequence(oid.der, isCritical ? isTrue : [], octetString(value))
    }
}
