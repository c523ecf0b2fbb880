/// A recipient refuses to sign, with a reason; no code is needed.
public struct DeclineDocument: Sendable {
    public static let reasonLimit = 1_000

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ visit: LinkVisit, reason: String) async throws -> LinkedDocument {
        guard reason.count <= Self.reasonLimit else {
            throw Refusal.invalid(path: "reason", .tooLong(limit: Self.reasonLimit))
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw Refusal.invalid(path: "reason", .blank)
        }
        return try await ports.change(link: visit) { document, recipient in
            try document.declining(by: recipient, reason: reason, at: ports.clock.now())
        }
    }
}
