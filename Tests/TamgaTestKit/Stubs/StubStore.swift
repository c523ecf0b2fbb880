public import Domain

/// Every store of the domain in memory. What a port promises is kept, above all that a change is
/// made whole or not at all; for how it is made durable there is the real one.
public actor StubStore {
    var documents: [DocumentID: Document] = [:]
    var revisions: [DocumentID: [Revision]] = [:]
    var contexts: [DocumentID: SigningContext] = [:]
    var trails: [DocumentID: [AuditRow]] = [:]
    var templates: [Template] = []

    var users: [User] = []
    var accounts: [Account] = []
    var stamps: [AccountID: Blob] = [:]
    var passwordHashes: [UserID: String] = [:]
    var tokens: [AccessToken] = []
    var sessions: [ContentHash: Session] = [:]
    var clients: [APIClient] = []
    var pairs: [TokenPair] = []
    var redirectOrigins: [AccountID: Set<RedirectOrigin>] = [:]

    var confirmations: [Confirmation] = []
    var certificates: [CertificateRecord] = []
    var revocations: [Revocation] = []
    var keptLists: [CertificateIssuer: RevocationList] = [:]
    var lastListNumber: Int64 = 0
    var preparations: [Preparation] = []
    var jobs: [Job] = []
    var lastJob: UInt8 = 0

    /// What was mailed, in order.
    public internal(set) var mails: [Notice] = []
    /// Thrown by every read of a document while it is set.
    public var fault: StubFault?

    public init() {}

    /// No document and no code was ever stored.
    public var isEmpty: Bool { documents.isEmpty && confirmations.isEmpty }

    public func failReading(_ fault: StubFault?) {
        self.fault = fault
    }

    /// A context is a cache: it may be gone, or be another version's.
    public func replaceContext(of document: DocumentID, by bytes: [UInt8]?) {
        let known = contexts[document]
        contexts[document] = known.flatMap { known in
            bytes.map {
                SigningContext(
                    revision: known.revision, bytes: $0, fileHash: known.fileHash,
                    fileByteCount: known.fileByteCount)
            }
        }
    }

    func deliver(_ notice: Notice) {
        mails.append(notice)
    }
}
