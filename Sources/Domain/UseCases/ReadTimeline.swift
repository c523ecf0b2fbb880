/// A document with everything that happened to it, for whoever may see it.
public struct ReadTimeline: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(
        _ id: DocumentID, by actor: Actor
    ) async throws -> (document: Document, trail: [AuditRow]) {
        let document = try await ports.visible(id, to: actor)
        return (document, try await ports.documents.auditTrail(of: id))
    }
}

extension OpenLink {
    /// SHA-256 (hexadecimal) of the file as it was sent in the running round: what is signed
    /// starts with exactly these bytes.
    public func sentDigest(_ visit: LinkVisit) async throws -> String? {
        let linked = try await ports.linked(visit)
        guard linked.isReadable else { return nil }
        let sent = try await ports.documents.auditTrail(of: linked.document.id)
            .last { $0.kind == .sent }
        return try sent?.entry().facts["sha256"]
    }
}
