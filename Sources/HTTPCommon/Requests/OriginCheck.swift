import HTTPTypes
public import HummingbirdCore

/// Whether a browser's write comes from our own pages.
///
/// `Sec-Fetch-Site` decides where it is sent. Else `Origin` does, unless it is `null`: pages under
/// `Referrer-Policy: no-referrer` send that for their own forms too. Without either, the form's
/// token alone decides, which every write needs besides this check.
public struct OriginCheck: Sendable {
    private let origin: String

    /// `publicAddress` as configured, such as `https://sign.example.org`.
    public init(publicAddress: String) {
        let parts = publicAddress.split(separator: "/", omittingEmptySubsequences: false)
        origin = parts.prefix(3).joined(separator: "/").lowercased()
    }

    public func require(_ request: Request) throws(RequestFailure) {
        guard allows(request) else { throw .foreignOrigin }
    }

    public func allows(_ request: Request) -> Bool {
        if [.get, .head, .options].contains(request.method) { return true }
        if let site = request.headers[Self.fetchSite] {
            return site == "same-origin" || site == "none"
        }
        guard let claimed = request.headers[.origin], claimed != "null" else { return true }
        return claimed.lowercased() == origin || isOwnHost(claimed, request)
    }

    /// A server reached by another name than the configured one, such as `localhost`.
    private func isOwnHost(_ claimed: String, _ request: Request) -> Bool {
        guard let host = request.head.authority ?? request.headers[Self.host] else { return false }
        return claimed.lowercased().hasSuffix("://" + host.lowercased())
    }

    private static let fetchSite = fieldName("Sec-Fetch-Site")
    private static let host = fieldName("Host")
}
