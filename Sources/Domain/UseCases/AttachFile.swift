/// A recipient hands in a file that the sender asked for.
public struct AttachFile: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// - Parameter request: the place of what was asked for, from 0.
    public func callAsFunction(
        _ file: NewFile, for request: Int, _ visit: LinkVisit
    ) async throws -> LinkedDocument {
        try await ports.change(link: visit) { document, recipient in
            try document.attaching(file, for: request, by: recipient, at: ports.clock.now())
        }
    }
}
