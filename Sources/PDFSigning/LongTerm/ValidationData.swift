/// Certificates and statements on their revocation, each in DER: what validating signatures needs
/// beside the signatures.
///
/// Nothing here is trusted: each piece counts only as far as its signature leads to a trusted
/// certificate.
public struct ValidationData: Codable, Hashable, Sendable {
    public var certificates: [[UInt8]]
    /// CRLs (RFC 5280 §5).
    public var revocationLists: [[UInt8]]
    /// Whole OCSPResponse values (RFC 6960 §4.2.1).
    public var ocspResponses: [[UInt8]]

    public init(
        certificates: [[UInt8]] = [], revocationLists: [[UInt8]] = [],
        ocspResponses: [[UInt8]] = []
    ) {
        self.certificates = certificates
        self.revocationLists = revocationLists
        self.ocspResponses = ocspResponses
    }

    public var isEmpty: Bool {
        certificates.isEmpty && revocationLists.isEmpty && ocspResponses.isEmpty
    }
}
