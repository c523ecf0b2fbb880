import FoundationEssentials

/// What the evidence at hand says of a certificate as of a moment.
enum RevocationStatus: Hashable {
    case good
    /// Since when.
    case revoked(Date)
    /// There is evidence, but from too long before the moment.
    case stale
    case unknown

    /// Whether it says anything that can be relied on.
    var isKnown: Bool {
        switch self {
        case .good, .revoked: true
        case .stale, .unknown: false
        }
    }
}

/// What one list or answer says of one certificate.
struct RevocationStatement {
    let issuedAt: Date
    /// Until when something newer is promised.
    let nextAt: Date?
    let revokedAt: Date?
    /// A hold may be lifted again (RFC 5280 §5.3.1).
    var isHold = false

    /// Whether it still speaks of that moment: issued after it, or before anything newer was due
    /// (EN 319 102-1, 5.2.5, with the interval of the issuer's own updates as the limit).
    func isFresh(at moment: Date) -> Bool {
        issuedAt >= moment || nextAt.map { $0 >= moment } ?? false
    }
}

extension [RevocationStatement] {
    /// A revocation counts however old the statement, except a hold that a newer one has lifted.
    func status(at moment: Date) -> RevocationStatus {
        let lifted = filter { $0.revokedAt == nil }.map(\.issuedAt).max()
        let revocations = filter { statement in
            !statement.isHold || lifted.map { $0 <= statement.issuedAt } ?? true
        }.compactMap(\.revokedAt)
        if let earliest = revocations.min() { return .revoked(earliest) }
        if isEmpty { return .unknown }
        return contains { $0.isFresh(at: moment) } ? .good : .stale
    }
}
