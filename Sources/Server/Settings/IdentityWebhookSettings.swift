import Foundation

/// A contracted identity provider: where it is asked, and the secret under which.
public struct IdentityWebhookSettings: Equatable, Sendable {
    public let url: String
    /// 24 to 64 bytes (Standard Webhooks).
    public let secret: [UInt8]

    init?(_ sources: SettingSources) throws {
        guard let url = sources[.identityWebhook] else { return nil }
        self.url = try Settings.url(url, .identityWebhook)
        secret = try Self.secret(sources)
    }

    private static func secret(_ sources: SettingSources) throws -> [UInt8] {
        let text =
            try sources[.identityWebhookSecretFile].map(contents)
            ?? sources[.identityWebhookSecret] ?? ""
        let prefix = "whsec_"
        guard text.hasPrefix(prefix),
            let secret = Data(base64Encoded: String(text.dropFirst(prefix.count))),
            (24...64).contains(secret.count)
        else {
            throw error(
                "must be \(prefix) and 24 to 64 bytes in base64; "
                    + "make one: echo \(prefix)$(openssl rand -base64 32)")
        }
        return Array(secret)
    }

    private static func contents(of path: String) throws -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw error("\(path) cannot be read")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func error(_ reason: String) -> SettingError {
        SettingError("\(Setting.identityWebhookSecret.rawValue): \(reason)")
    }
}
