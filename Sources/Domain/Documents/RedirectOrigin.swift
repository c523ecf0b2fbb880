/// Scheme, host and port of a ``RedirectAddress``, in the one spelling by which origins are
/// compared (RFC 6454 §4): lower case, and without the scheme's own port.
public struct RedirectOrigin: Hashable, Sendable {
    public let text: String

    /// `nil` for what is no redirect address, or more than an origin: a path, a question.
    public init?(_ text: String) {
        guard let address = RedirectAddress(text) else { return nil }
        let rest = address.text.split(separator: "://", maxSplits: 1).last ?? ""
        guard ["", "/"].contains(rest.drop { !"/?#".contains($0) }) else { return nil }
        self = address.origin
    }

    init(scheme: Substring, authority: Substring) {
        let (scheme, authority) = (scheme.lowercased(), authority.lowercased())
        let ports = [":", scheme == "https" ? ":443" : ":80"]
        let port = ports.first(where: authority.hasSuffix) ?? ""
        text = "\(scheme)://\(authority.dropLast(port.count))"
    }
}
