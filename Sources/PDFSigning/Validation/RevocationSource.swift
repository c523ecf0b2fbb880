/// Where evidence comes from that a file lacks: the network, or a store of what was fetched.
///
/// What it returns is foreign: it is checked like what the file itself carries. Nil, or an error:
/// the place did not answer; the report then says what is missing.
public protocol RevocationSource: Sendable {
    /// DER of the revocation list at a URL (RFC 5280 §4.2.1.13).
    func revocationList(at url: String) async throws -> [UInt8]?
    /// DER of the answer to a request, by HTTP POST (RFC 6960, appendix A).
    func ocspResponse(to request: [UInt8], from url: String) async throws -> [UInt8]?
    /// DER of an issuer's certificate (RFC 5280 §4.2.2.1).
    func certificate(at url: String) async throws -> [UInt8]?
}
