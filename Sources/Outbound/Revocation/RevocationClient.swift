/// Fetches what foreign authorities say of their certificates: lists (RFC 5280 §4.2.1.13), answers
/// about one (RFC 6960, appendix A), and certificates of issuers (RFC 5280 §4.2.2.1).
///
/// What it returns is foreign and unchecked. `nil`: the place answered, but not with success.
public struct RevocationClient: Sendable {
    /// The longest lists of large authorities have some megabytes.
    public static let listLimit = 20 << 20

    private let client: OutboundClient
    private let time: Duration

    /// - Parameter time: for each of the answers.
    public init(by client: OutboundClient, within time: Duration = .seconds(10)) {
        self.client = client
        self.time = time
    }

    /// DER of the list at the URL.
    public func revocationList(at url: String) async throws -> [UInt8]? {
        try await body(of: OutboundRequest(.get, url), limit: Self.listLimit)
    }

    /// DER of the answer to a request, by POST.
    public func ocspResponse(to request: [UInt8], from url: String) async throws -> [UInt8]? {
        try await body(
            of: OutboundRequest(
                .post, url,
                headers: [
                    ("Content-Type", "application/ocsp-request"),
                    ("Accept", "application/ocsp-response"),
                ], body: request), limit: OutboundClient.usualLimit)
    }

    /// DER of the certificate at the URL.
    public func certificate(at url: String) async throws -> [UInt8]? {
        try await body(of: OutboundRequest(.get, url), limit: OutboundClient.usualLimit)
    }

    private func body(of request: OutboundRequest, limit: Int) async throws -> [UInt8]? {
        let answer = try await client.send(request, limit: limit, within: time)
        return answer.isSuccess ? answer.body : nil
    }
}
