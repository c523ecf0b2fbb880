/// Notes that a person has opened the document; by a POST, never by a GET.
public struct RecordOpening: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ visit: LinkVisit) async throws -> LinkedDocument {
        try await ports.change(link: visit) { document, recipient in
            try document.opening(by: recipient, at: ports.clock.now())
        }
    }
}
