/// Registers a draft. No mail is sent yet.
public struct CreateDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ wanted: NewDocument, by actor: Actor) async throws -> Document {
        try wanted.validate()
        let change = ports.creating(wanted, by: actor, at: ports.clock.now())
        try await ports.documents.commit(change)
        return change.after
    }
}
