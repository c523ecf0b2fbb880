import Domain
import Foundation

/// The address in every letter leads people here, unheard by others.
struct PublicURLCheck: Check {
    private let given: String?
    private let base: String

    private static let remedy =
        "put a proxy with TLS in front, and set public-url to its https address"

    init(_ settings: Settings) {
        given = settings.publicURL
        base = settings.addresses.base
    }

    func finding() async -> Finding {
        guard given != nil else {
            return .warning(
                "public-url is not set: letters lead to \(base)", remedy: Self.remedy)
        }
        guard let url = URL(string: base), let host = url.host(), !Self.isLocal(host) else {
            return .warning(
                "\(base) in letters leads nowhere but on this machine", remedy: Self.remedy)
        }
        guard url.scheme?.lowercased() == "https" else {
            return .warning(
                "\(base) is not encrypted: codes and documents can be read on the way",
                remedy: Self.remedy)
        }
        return .good("letters lead to \(base)")
    }

    private static func isLocal(_ host: String) -> Bool {
        let host = host.lowercased().trimmingCharacters(in: ["[", "]"])
        return host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.")
            || ["::1", "::", "0.0.0.0"].contains(host)
    }
}
