import Crypto

/// What somebody signs at a link's door with the certificate of a business: bytes that nobody can
/// know before the server tells them, good at this link and for a while.
struct AccessChallenge: Equatable, Sendable {
    /// The exact bytes to sign.
    let bytes: [UInt8]

    /// For so long the same one is given out; for as long again it is still taken.
    static let periodSeconds: Int64 = 600
}

extension LinkKey {
    /// Those that are taken now. The first one is given out; the last one was given out before it.
    ///
    /// They are derived, like the link itself: who fetches one changes nothing, and nothing of it
    /// is kept. A link of another round or generation has others.
    func challenges(
        for link: SigningLink, of document: DocumentID, at now: Instant
    ) -> [AccessChallenge] {
        let period = now.seconds / AccessChallenge.periodSeconds
        return [period, period - 1].map { challenge(for: link, of: document, in: $0) }
    }

    private func challenge(
        for link: SigningLink, of document: DocumentID, in period: Int64
    ) -> AccessChallenge {
        let facts = """
            tamga-access-challenge 1
            document \(document)
            link \(link.hash)
            expires \((period + 2) * AccessChallenge.periodSeconds)

            """
        let nonce = Base32.encode(Array(mac(of: "challenge|\(facts)")))
        return AccessChallenge(bytes: Array("\(facts)nonce \(nonce)\n".utf8))
    }
}
