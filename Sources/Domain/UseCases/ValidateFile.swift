/// Tells anybody what the signatures of a file are worth. Nothing is kept of it.
public struct ValidateFile: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Trusts this server's own root alone.
    ///
    /// - Parameter path: of the file, which nobody changes meanwhile.
    /// - Throws: ``FileTrouble`` where reading the file met a limit.
    public func callAsFunction(_ path: String) async throws -> FileValidation {
        try await ports.workshop.validate(
            path, trusting: [ports.authority.certificate(of: .root)], at: ports.clock.now())
    }
}
