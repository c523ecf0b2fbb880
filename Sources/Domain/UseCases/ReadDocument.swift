/// One document, for whoever may see it; deleted ones included.
public struct ReadDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ id: DocumentID, by actor: Actor) async throws -> Document {
        try await ports.visible(id, to: actor)
    }
}
