/// Something that happened to a document, for its trail.
public struct AuditEvent: Equatable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case created, filesUploaded, fileInspected, fileRefused
        case sendingScheduled, sendingCancelled
        case sent, unsendable, invited, reminded, resent, readdressed, rescheduled
        case opened, accessGranted, accessLocked, meetingRequested, attached
        case signed, declined, reviewed, sentBack, approved
        /// Bytes were given out to be signed elsewhere; what came back was not taken.
        case prepared, signatureRefused
        case revoked, expired, deleted, editing, sealed
    }

    public enum Subject: Equatable, Sendable {
        case system
        case user(UserID, EmailAddress)
        case recipient(RecipientID, Contact)
    }

    public let kind: Kind
    public let subject: Subject
    /// Names and values of the event, hashes of files among them.
    public let facts: [String: String]

    public init(_ kind: Kind, by subject: Subject, _ facts: [String: String] = [:]) {
        self.kind = kind
        self.subject = subject
        self.facts = facts
    }
}

/// The end of a document's trail: what the next row is chained to.
public struct AuditCursor: Equatable, Sendable {
    public let count: Int
    public let head: ContentHash
    /// Event times of one document never decrease.
    public let lastAt: Instant

    public init(count: Int, head: ContentHash, lastAt: Instant) {
        self.count = count
        self.head = head
        self.lastAt = lastAt
    }

    /// Before the first row: the hash of nothing.
    public static func start(at now: Instant) -> AuditCursor {
        AuditCursor(count: 0, head: ContentHash(of: []), lastAt: now)
    }
}
