/// Everything outside that signatures made elsewhere need.
public struct ExternalPorts: Sendable {
    public let sealer: any ExternalSealer
    public let workshop: any ExternalWorkshop
    public let preparations: any PreparationStore

    public init(
        sealer: any ExternalSealer, workshop: any ExternalWorkshop,
        preparations: any PreparationStore
    ) {
        self.sealer = sealer
        self.workshop = workshop
        self.preparations = preparations
    }
}

/// Where is kept what signers were given to sign elsewhere: one row for each in a round.
public protocol PreparationStore: Sendable {
    /// What the recipient was given last in the round.
    func preparation(
        for recipient: RecipientID, of document: DocumentID, round: Int
    ) async throws -> Preparation?

    /// Keeps it in place of `known`. Where somebody was faster, what they kept stays; returns what
    /// is kept from now on.
    func keep(_ preparation: Preparation, replacing known: Preparation?) async throws -> Preparation

    /// Notes the room that a signature over these bytes turned out to need.
    func note(neededRoom: Int, for preparation: Preparation) async throws
}
