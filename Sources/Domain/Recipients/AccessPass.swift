import Crypto

/// Shows that a link's holder has passed some of what was asked at the door. Kept by the holder's
/// browser; the server keeps nothing.
public struct AccessPass: Equatable, Sendable {
    /// A replaced link makes its passes worthless.
    let link: ContentHash
    public internal(set) var passed: Set<AccessStep>
    /// One of the checks that were passed is legal proof of identity.
    var provesIdentity = false
    let expiresAt: Instant

    public static let lifetimeSeconds: Int64 = 2 * 3_600

    public func opens(_ rule: AccessRule) -> Bool { rule.steps.allSatisfy(passed.contains) }

    /// What is to be passed next.
    public func missing(of rule: AccessRule) -> AccessStep? {
        rule.steps.first { !passed.contains($0) }
    }

    fileprivate static let proof = "legalProof"

    fileprivate var text: String {
        let steps =
            AccessStep.allCases.filter(passed.contains).map(\.rawValue)
            + (provesIdentity ? [Self.proof] : [])
        return "\(steps.joined(separator: "+")).\(expiresAt.seconds)"
    }
}

extension LinkKey {
    /// What the browser keeps: the pass and its MAC.
    func spelling(of pass: AccessPass) -> String {
        "\(pass.text).\(Base32.encode(Array(mac(pass))))"
    }

    /// The pass that the browser shows; an empty one where it shows none that is good now.
    func pass(_ spelling: String?, for link: SigningLink, at now: Instant) -> AccessPass {
        let none = AccessPass(
            link: link.hash, passed: [],
            expiresAt: now.adding(seconds: AccessPass.lifetimeSeconds))
        let parts = (spelling ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let seconds = Int64(parts[1]) else { return none }
        let names = parts[0].split(separator: "+").map(String.init)
        let pass = AccessPass(
            link: link.hash, passed: Set(names.compactMap(AccessStep.init)),
            provesIdentity: names.contains(AccessPass.proof),
            expiresAt: Instant(seconds: seconds))
        let expected = ContentHash(of: Base32.encode(Array(mac(pass))).utf8)
        guard expected.matches(ContentHash(of: parts[2].utf8)), now < pass.expiresAt else {
            return none
        }
        return pass
    }

    private func mac(_ pass: AccessPass) -> HMAC<SHA256>.MAC {
        mac(of: "pass|\(pass.link)|\(pass.text)")
    }
}
