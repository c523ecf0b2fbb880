/// A search among an account's documents (contract SignOK, rows 4, 15 and 16). A condition that is
/// `nil` asks nothing; deleted documents are never found.
public struct DocumentSearch: Equatable, Sendable {
    /// Part of the name, without regard to case.
    public var title: String?
    /// Part of a signer's full name, without regard to case.
    public var signerName: String?
    public var clientID: String?
    /// An empty set matches nothing.
    public var stages: Set<DocumentStage>?
    /// Inclusive bounds.
    public var createdFrom: Instant?
    public var createdTo: Instant?

    public init(
        title: String? = nil, signerName: String? = nil, clientID: String? = nil,
        stages: Set<DocumentStage>? = nil, createdFrom: Instant? = nil, createdTo: Instant? = nil
    ) {
        self.title = title
        self.signerName = signerName
        self.clientID = clientID
        self.stages = stages
        self.createdFrom = createdFrom
        self.createdTo = createdTo
    }
}

/// A document among those that were made with it at once.
public struct BulkRow: Equatable, Sendable {
    public let sequence: String
    public let id: DocumentID
    public let stage: DocumentStage

    public init(sequence: String, id: DocumentID, stage: DocumentStage) {
        self.sequence = sequence
        self.id = id
        self.stage = stage
    }
}

/// A document as a list tells it.
public struct FoundDocument: Equatable, Sendable {
    public let id: DocumentID
    public let name: String
    public let stage: DocumentStage
    public let author: Document.Author
    public let clientID: String?
    public let createdAt: Instant
    /// `nil` until it is completed.
    public let completedAt: Instant?

    public init(
        id: DocumentID, name: String, stage: DocumentStage, author: Document.Author,
        clientID: String?, createdAt: Instant, completedAt: Instant?
    ) {
        self.id = id
        self.name = name
        self.stage = stage
        self.author = author
        self.clientID = clientID
        self.createdAt = createdAt
        self.completedAt = completedAt
    }
}
