import Authority
import Domain
import Foundation
import Logging
import Outbound

/// Where the timestamps of signatures and seals come from.
public enum TimestampSettings: Equatable, Sendable {
    /// The server's own authority.
    case embedded
    /// Another authority at a URL; where it has nothing, the server's own, if that is wished.
    case remote(String, fallsBack: Bool)

    init(authority: String?, fallback: String?) throws {
        guard fallback == nil || fallback == "embedded" else {
            throw SettingError("tsa-fallback: \(fallback ?? "") is not embedded")
        }
        guard let authority, authority != "embedded" else {
            self = .embedded
            return
        }
        guard let url = URL(string: authority), ["http", "https"].contains(url.scheme),
            url.host != nil
        else { throw SettingError("tsa: \(authority) is neither embedded nor a URL") }
        self = .remote(authority, fallsBack: fallback != nil)
    }

    func source(
        embedded: EmbeddedTimestampAuthority, rules: AddressRules, _ randomness: any Randomness
    ) -> any TimestampSource {
        guard case .remote(let url, let fallsBack) = self else { return embedded }
        let remote = Self.remoteAuthority(at: url, rules: rules, randomness)
        guard fallsBack else { return remote }
        let logger = Logger(label: "tamga.tsa")
        return FallbackTimestampSource(remote, otherwise: embedded) { trouble in
            logger.warning("the embedded authority signs", metadata: ["reason": "\(trouble)"])
        }
    }

    static func remoteAuthority(
        at url: String, rules: AddressRules, _ randomness: any Randomness
    ) -> RemoteTimestampAuthority {
        RemoteTimestampAuthority(
            // The operator has chosen this address: it may lie in his own network.
            TimestampClient(url: url, by: OutboundClient(rules: .anywhere)) {
                randomness.bytes($0)
            },
            // Its certificates name further addresses, which he has not chosen.
            revocation: RevocationClient(by: OutboundClient(rules: rules)))
    }
}
