import Domain

/// The cookies' names. With `__Host-` a browser takes them over https only, from this very host.
struct CookieNames: Equatable, Sendable {
    let isSecure: Bool
    let visitor: String
    let session: String
    let language: String
    private let prefix: String

    init(publicAddress: String) {
        isSecure = publicAddress.lowercased().hasPrefix("https:")
        prefix = isSecure ? "__Host-" : ""
        visitor = prefix + "tamga-visitor"
        session = prefix + "tamga-session"
        language = prefix + "tamga-language"
    }

    /// Of the pass for one link; the name does not tell the code.
    func pass(for code: String) -> String {
        prefix + "tamga-pass-" + "\(LinkKey.hash(of: code))".prefix(16)
    }

    /// A `Set-Cookie` field (RFC 6265). Without `maxAge` it ends with the browser's session.
    /// `value` is one of ours: letters, digits, `+` and `.`.
    func field(_ name: String, _ value: String, maxAgeSeconds: Int? = nil) -> String {
        var field = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { field += "; Secure" }
        if let maxAgeSeconds { field += "; Max-Age=\(maxAgeSeconds)" }
        return field
    }
}
