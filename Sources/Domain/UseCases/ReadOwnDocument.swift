/// A document as the side that made it sees it, with its trail.
public struct OwnDocument: Sendable {
    public let document: Document
    public let stage: DocumentStage
    public let trail: [AuditRow]
}

/// One document for the author's side alone: deleted is as absent as foreign.
public struct ReadOwnDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// The present version, on the same terms: who knows what it says need not read it again.
    public func version(of id: DocumentID, by actor: Actor) async throws -> Int {
        guard let head = try await ports.documents.head(of: id), head.stage != nil,
            actor.isAuthorSide(of: head.account, head.author)
        else { throw Refusal.documentNotFound }
        return head.version
    }

    public func callAsFunction(_ id: DocumentID, by actor: Actor) async throws -> OwnDocument {
        let document = try await ports.owned(id, by: actor)
        guard let stage = document.state.stage else { throw Refusal.documentNotFound }
        return OwnDocument(
            document: document, stage: stage,
            trail: try await ports.documents.auditTrail(of: id))
    }
}
