/// The author side's actions: send, revoke, delete, edit after a rejection.
public struct ActOnDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(
        _ action: DocumentAction, on id: DocumentID, by actor: Actor
    ) async throws -> Document {
        let load = { try await ports.owned(id, by: actor) }
        guard action != .send else {
            return try await SendDocument(ports).send(
                load, by: .user(actor.user.id, actor.user.email))
        }
        return try await ports.commit(load) { document in
            try document.acting(
                action, by: actor.user, links: ports.linkKey, at: ports.clock.now())
        }
    }
}
