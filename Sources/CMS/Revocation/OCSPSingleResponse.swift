public import FoundationEssentials

/// What an OCSP answer says of one certificate (RFC 6960 §4.2.1).
public struct OCSPSingleResponse: Hashable, Sendable {
    public enum Status: Hashable, Sendable {
        case good
        case revoked(at: Date, RevokedCertificate.Reason)
        /// The responder does not know the certificate: nothing is said of it.
        case unknown
    }

    let certificateID: OCSPCertificateID
    public let status: Status
    /// Of when this is known to be right.
    public let thisUpdate: Date
    /// When newer information will be there at the latest; `nil`: it is there all the time.
    public let nextUpdate: Date?

    /// Content octets of the certificate's serial number, big-endian.
    public var serialNumber: [UInt8] { certificateID.serialNumber }

    init(_ value: DERValue) throws(CMSError) {
        guard value.tag == DERTag.sequence else {
            throw CMSError(.unexpectedStructure, "a single response is missing")
        }
        var parts = value.inside
        certificateID = try OCSPCertificateID(parts.next())
        status = try Self.status(parts.next())
        thisUpdate = try parts.next(DERTag.generalizedTime, "thisUpdate").date()
        nextUpdate = try parts.nextIf(DERTag.context(0)).map(Self.explicitDate)
        let extensions = try ExtensionList(inside: parts.nextIf(DERTag.context(1)))
        try extensions.refuseCritical(besides: [])
        try parts.finish("a single response")
    }

    private static func explicitDate(_ explicit: DERValue) throws(CMSError) -> Date {
        var reader = explicit.inside
        return try reader.next(DERTag.generalizedTime, "a time").date()
    }

    // CertStatus: [0] good, [1] revoked, [2] unknown, all implicit.
    private static func status(_ value: DERValue) throws(CMSError) -> Status {
        switch value.tag {
        case DERTag.primitiveContext(0): return .good
        case DERTag.primitiveContext(2): return .unknown
        case DERTag.context(1):
            var parts = value.inside
            let date = try parts.next(DERTag.generalizedTime, "the revocation's time").date()
            let reason = try parts.nextIf(DERTag.context(0))?.inside
            return .revoked(at: date, try reason.map(Self.reason) ?? .unspecified)
        default: throw CMSError(.unexpectedStructure, "a certificate's status is missing")
        }
    }

    private static func reason(_ inside: DERReader) throws(CMSError)
        -> RevokedCertificate.Reason
    {
        var reader = inside
        return try RevokedCertificate.Reason(enumerated: reader.next())
    }
}
