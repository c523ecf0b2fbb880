/// How documents stand that were made at once.
public struct ReadBulk: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// In the order of the rows, without those that were deleted since. Needs `accountDocuments`.
    public func callAsFunction(_ id: BulkID, by actor: Actor) async throws -> [BulkRow] {
        try actor.require(.accountDocuments)
        let rows = try await ports.documents.documents(of: id, in: actor.user.account)
        guard !rows.isEmpty else { throw Refusal.bulkNotFound }
        return rows
    }
}
