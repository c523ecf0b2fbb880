/// A reviewer lets a document pass.
public struct ReviewDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Waits up to 2 s for the seal where this was the last act.
    public func callAsFunction(_ visit: LinkVisit) async throws -> LinkedDocument {
        let reviewed = try await ports.change(link: visit) { document, recipient in
            try document.reviewing(by: recipient, at: ports.clock.now())
        }
        return try reviewed.after(try await ports.sealed(reviewed.document))
    }
}
