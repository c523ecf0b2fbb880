/// A message owed to somebody, by mail or to a telephone: its facts, a snapshot of the moment; the
/// words come later.
public struct Notice: Equatable, Codable, Sendable {
    public let kind: Kind
    public let contact: Contact
    public let name: PersonName
    public let language: Language
    public let document: Document?

    public enum Kind: Equatable, Codable, Sendable {
        /// A link to sign: when the document is sent to all at once, or to the first step.
        case invitation(Link)
        /// A link to sign, now that the steps before have signed.
        case yourTurn(Link)
        /// "Send me my link."
        case link(Link)
        /// The document waits for a review.
        case reviewRequest(Link)
        /// A link to look at the document, for one of whom nothing is asked.
        case copy(Link)
        /// The deadline is near.
        case reminder(Link, until: Instant)
        /// All have signed: the author's side is to approve. The link is the author's own.
        case approvalRequest(Link)
        /// A code for signing on the page.
        case signingCode(ConfirmationID, Link)
        /// A code by which the reader shows who it is, before the document is shown.
        case accessCode(ConfirmationID, Link)
        /// A code for `signature/aes/issue`.
        case certificateCode(ConfirmationID)
        case signedBy(name: String)
        case declinedBy(name: String, reason: String)
        /// Somebody failed at the door of a recipient's link too often.
        case accessLocked(name: String)
        case expired
        case completed(Link?)
        case revoked
        case deleted
        case editing
    }

    /// What a mail says of its document.
    public struct Document: Equatable, Codable, Sendable {
        public let id: DocumentID
        public let name: String
        public let author: String
    }

    /// From which a signing link is derived; the link itself is never stored.
    public struct Link: Equatable, Codable, Sendable {
        public let document: DocumentID
        public let party: PartyID
        public let round: Int
        public let generation: Int

        public func code(_ key: LinkKey) -> String {
            key.code(
                document: document, party: party, round: round, generation: generation)
        }
    }
}
