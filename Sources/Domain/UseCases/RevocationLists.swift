/// The lists of revoked certificates, root and issuing CA: published, renewed, and made fresh for
/// every seal.
public struct RevocationLists: Sendable {
    private let store: any RevocationStore
    private let authority: any CertificateAuthority
    private let clock: any WallClock

    public init(
        store: any RevocationStore, authority: any CertificateAuthority, clock: any WallClock
    ) {
        self.store = store
        self.authority = authority
        self.clock = clock
    }

    public init(_ ports: Ports) {
        self.init(store: ports.revocations, authority: ports.authority, clock: ports.clock)
    }

    /// One list of each issuer, made not before this call (to the second): what a seal embeds, so
    /// that it speaks of every signature that the document has.
    public func fresh() async throws -> [RevocationList] {
        let now = clock.now()
        if let kept = try await store.currentLists(at: now),
            kept.allSatisfy({ $0.thisUpdate.seconds == now.seconds })
        {
            return kept
        }
        return try await renew()
    }

    /// The list that the issuer publishes. It is never older than a day.
    public func published(by issuer: CertificateIssuer) async throws -> RevocationList {
        var lists = try await store.currentLists(at: clock.now())
        if lists == nil { lists = try await renew() }
        guard let list = lists?.first(where: { $0.issuer == issuer }) else {
            throw MissingList(issuer: issuer)
        }
        return list
    }

    /// Signs the lists anew where that is owed: to be called twice a minute, so that a
    /// revocation is known within sixty seconds.
    /// - Returns: whether it was owed.
    public func renewWhereOwed() async throws -> Bool {
        guard try await store.currentLists(at: clock.now()) == nil else { return false }
        _ = try await renew()
        return true
    }

    /// The time is taken after the numbers are drawn: no list is dated before what it knows.
    private func renew() async throws -> [RevocationList] {
        let drafts = try await store.drawLists()
        let now = clock.now()
        let lists = try drafts.map { try authority.sign($0, at: now) }
        try await store.keep(lists)
        return lists
    }
}

extension RevocationStore {
    /// The kept list of every issuer, where none of them is missing or outdated.
    public func currentLists(at now: Instant) async throws -> [RevocationList]? {
        let lists = try await lists()
        let kept = CertificateIssuer.allCases.compactMap { issuer in
            lists.first { $0.issuer == issuer }
        }
        guard kept.count == CertificateIssuer.allCases.count else { return nil }
        for list in kept {
            let count = try await revocationCount(of: list.issuer)
            guard !list.isOutdated(at: now, revocationCount: count) else { return nil }
        }
        return kept
    }
}

/// An issuer has no list, although one was just made for each.
struct MissingList: Error {
    let issuer: CertificateIssuer
}
