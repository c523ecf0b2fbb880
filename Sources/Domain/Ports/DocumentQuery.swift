/// A listing of documents by creation time (contract LightDoc, GET /v1/documents).
public struct DocumentQuery: Equatable, Sendable {
    /// Whose account, and whose turn it is.
    public let account: AccountID
    public let user: UserID
    public let email: EmailAddress
    /// Inclusive bounds.
    public let createdFrom: Instant
    public let createdTo: Instant
    /// Empty: any. Otherwise a document must match one of `directions` and one of `states`.
    public let directions: Set<Direction>
    public let states: Set<StateTag>
    public let scope: Scope

    public enum Direction: String, CaseIterable, Sendable {
        /// The user is a signer, somebody else is the author, and it was sent.
        case income
        /// The author is in the user's account.
        case outcome
    }

    public enum StateTag: String, CaseIterable, Sendable {
        /// Signing, and the user's turn is open.
        case waitsMe
        /// Signing, and somebody else has not signed yet.
        case waitsOthers
        case completed, rejected, draft, deleted
    }

    public enum Scope: String, Sendable {
        /// Documents of the account.
        case account
        /// Those, and what reached the user from other accounts.
        case accountAndPersonal
        /// What the user has made or was asked to sign.
        case personal
    }

    /// The last row of a page, where the next one starts.
    public struct Cursor: Equatable, Sendable {
        public let createdAt: Instant
        public let id: DocumentID

        public init(createdAt: Instant, id: DocumentID) {
            self.createdAt = createdAt
            self.id = id
        }
    }

    public struct Row: Equatable, Sendable {
        public let id: DocumentID
        public let status: DocumentStatus
        public let createdAt: Instant

        public init(id: DocumentID, status: DocumentStatus, createdAt: Instant) {
            self.id = id
            self.status = status
            self.createdAt = createdAt
        }
    }

    public init(
        actor: Actor, createdFrom: Instant, createdTo: Instant, directions: Set<Direction> = [],
        states: Set<StateTag> = [], scope: Scope
    ) {
        account = actor.user.account
        user = actor.user.id
        email = actor.user.email
        self.createdFrom = createdFrom
        self.createdTo = createdTo
        self.directions = directions
        self.states = states
        self.scope = scope
    }
}
