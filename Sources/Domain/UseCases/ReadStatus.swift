/// The state alone, by one statement of the store: the request that clients repeat most.
public struct ReadStatus: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(
        _ id: DocumentID, token: TokenSecret
    ) async throws -> DocumentStatus {
        let facts = try await ports.documents.statusFacts(token: token.hash, document: id)
        let now = ports.clock.now()
        guard let facts, facts.token.isUsable(at: now) else { throw Refusal.unauthenticated }
        try await ports.noteUse(of: facts.token, at: now)
        guard let document = facts.document, facts.canSee(document) else {
            throw Refusal.documentNotFound
        }
        return document.status
    }
}

extension StatusFacts {
    /// The rule of `Document.isVisible(to:)` over one row.
    fileprivate func canSee(_ document: DocumentFacts) -> Bool {
        document.author == token.user || document.isReachedRecipient
            || (document.account == account && token.permissions.contains(.accountDocuments))
    }
}

extension AccessToken {
    public func isUsable(at now: Instant) -> Bool {
        revokedAt == nil && (expiresAt.map { now < $0 } ?? true)
    }
}
