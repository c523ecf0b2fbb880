/// Work owed, stored in the same transaction as the change that owes it.
public struct Job: Equatable, Sendable {
    public let id: JobID
    public let work: Work
    public let runAt: Instant
    public let attempts: Int
    /// Grows with each claim: what was done under an older one is refused.
    public let fence: Int64

    public enum Work: Equatable, Codable, Sendable {
        /// Read the uploaded files, and send the document when all are readable.
        case inspect(DocumentID)
        /// Do what the document's schedule has come to.
        case attend(DocumentID)
        /// Verify the finished file and call the document signed.
        case seal(DocumentID)
        case mail(Notice)
    }

    public init(id: JobID, work: Work, runAt: Instant, attempts: Int, fence: Int64) {
        self.id = id
        self.work = work
        self.runAt = runAt
        self.attempts = attempts
        self.fence = fence
    }
}
