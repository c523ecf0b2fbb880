/// Documents of the actor's account by what is known of them, on numbered pages.
public struct SearchDocuments: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Newest first. Needs `accountDocuments`.
    public func callAsFunction(
        _ search: DocumentSearch, page: PageNumber, by actor: Actor
    ) async throws -> [FoundDocument] {
        try actor.require(.accountDocuments)
        return try await ports.documents.found(
            search, in: actor.user.account, offset: page.offset, limit: page.rowCount)
    }

    /// On the same terms.
    public func count(_ search: DocumentSearch, by actor: Actor) async throws -> Int {
        try actor.require(.accountDocuments)
        return try await ports.documents.count(search, in: actor.user.account)
    }
}
