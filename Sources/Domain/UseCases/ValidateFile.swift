/// Tells anybody what the signatures of a file are worth. Nothing is kept of it.
public struct ValidateFile: Sendable {
    private let ports: Ports
    private let anchors: [[UInt8]]

    /// - Parameter anchors: the certificates that are trusted, each in DER.
    public init(_ ports: Ports, trusting anchors: [[UInt8]]) {
        self.ports = ports
        self.anchors = anchors
    }

    /// - Parameter path: of the file, which nobody changes meanwhile.
    /// - Throws: ``FileTrouble`` where reading the file met a limit.
    public func callAsFunction(_ path: String) async throws -> FileValidation {
        try await ports.workshop.validate(path, trusting: anchors, at: ports.clock.now())
    }
}
