/// What a recipient was given to sign elsewhere: an update without its signature, in the archive.
public struct Preparation: Equatable, Sendable {
    public let document: DocumentID
    public let round: Int
    public let recipient: RecipientID
    /// The revision that it follows; with the next one it is void.
    public let revision: Int
    /// The update's bytes before and after the place of the signature.
    public let opening: Blob
    public let closing: Blob
    /// What setting the signature in takes: opaque here.
    public let plan: Blob
    /// What the recipient entered, as JSON by the fields' ids: kept for the next preparation.
    public let values: Blob
    /// The most bytes that the signature may have, with chain and timestamp.
    public let room: Int
    /// SHA-256 of what is signed.
    public let digest: ContentHash
    public let at: Instant
    /// Found out by a signature that did not fit; the next preparation leaves as much.
    public let neededRoom: Int?

    public init(
        document: DocumentID, round: Int, recipient: RecipientID, revision: Int, opening: Blob,
        closing: Blob, plan: Blob, values: Blob, room: Int, digest: ContentHash, at: Instant,
        neededRoom: Int?
    ) {
        self.document = document
        self.round = round
        self.recipient = recipient
        self.revision = revision
        self.opening = opening
        self.closing = closing
        self.plan = plan
        self.values = values
        self.room = room
        self.digest = digest
        self.at = at
        self.neededRoom = neededRoom
    }

    /// Whether it can still be signed after this revision of the file.
    func isCurrent(after revision: Int) -> Bool {
        self.revision == revision && neededRoom ?? 0 <= room
    }
}
