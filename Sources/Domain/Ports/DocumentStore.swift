/// Where documents are kept.
public protocol DocumentStore: Sendable {
    /// The aggregate, current as of the last acknowledged commit.
    func document(_ id: DocumentID) async throws -> Document?

    /// The same without reading it whole.
    func head(of document: DocumentID) async throws -> DocumentHead?

    /// The document to which a link leads, and whose link it is: a recipient's of the current
    /// round, or the author's.
    func document(link: ContentHash) async throws -> (Document, PartyID)?

    /// All of the change in one transaction. Throws ``VersionConflict`` where the document is no
    /// longer at `change.before.version`, or where `change.confirmation` was used meanwhile.
    func commit(_ change: Change) async throws

    /// So many changes in one transaction, or none of them. Each is made by its place on any core,
    /// while those before it are being written: `make` decides nothing, and is quick.
    /// - Returns: what `make` tells beside each change, in their order.
    func commit<Told: Sendable>(
        _ count: Int, _ make: @escaping @Sendable (Int) throws -> (Change, Told)
    ) async throws -> [Told]

    /// Revisions of the given round, in order.
    func revisions(of document: DocumentID, round: Int) async throws -> [Revision]

    /// The cached context of the given round's last revision; `nil` where it must be rebuilt.
    func context(of document: DocumentID, round: Int) async throws -> SigningContext?

    /// One page of a listing, newest first, strictly after `cursor`.
    func documents(
        _ query: DocumentQuery, after cursor: DocumentQuery.Cursor?, limit: Int
    ) async throws -> [Document]

    /// The same listing as ids and states alone.
    func statuses(
        _ query: DocumentQuery, after cursor: DocumentQuery.Cursor?, limit: Int
    ) async throws -> [DocumentQuery.Row]

    /// What the account has of this search, newest first, without the first `offset`.
    func found(
        _ search: DocumentSearch, in account: AccountID, offset: Int, limit: Int
    ) async throws -> [FoundDocument]

    /// How many documents of the account match.
    func count(_ search: DocumentSearch, in account: AccountID) async throws -> Int

    /// What was made at once and is not deleted, in the order of making.
    func documents(of bulk: BulkID, in account: AccountID) async throws -> [BulkRow]

    /// Token and document in one statement: the facts on which ``ReadStatus`` decides.
    /// `nil` where no such token exists.
    func statusFacts(
        token: ContentHash, document: DocumentID
    ) async throws -> StatusFacts?

    func auditTrail(of document: DocumentID) async throws -> [AuditRow]
}

/// The document changed between reading and committing: load it again and decide anew.
public struct VersionConflict: Error, Equatable, Sendable {
    public init() {}
}

/// What a status request needs to know, in one row.
public struct StatusFacts: Equatable, Sendable {
    public let token: AccessToken
    public let account: AccountID
    public let document: DocumentFacts?

    public struct DocumentFacts: Equatable, Sendable {
        public let account: AccountID
        public let author: UserID
        public let status: DocumentStatus
        /// The token's user is not the author, but a recipient whose step was reached.
        public let isReachedRecipient: Bool

        public init(
            account: AccountID, author: UserID, status: DocumentStatus, isReachedRecipient: Bool
        ) {
            self.account = account
            self.author = author
            self.status = status
            self.isReachedRecipient = isReachedRecipient
        }
    }

    public init(token: AccessToken, account: AccountID, document: DocumentFacts?) {
        self.token = token
        self.account = account
        self.document = document
    }
}
