public import Domain

/// What is printed on the certificate of a document's history.
public struct AuditTrailContent: Codable, Equatable, Sendable {
    let language: Language
    let documentID: DocumentID
    let documentName: String
    let author: Person
    let createdAt: Instant
    let status: DocumentStatus
    /// `nil` before the first round.
    let sending: Sending?
    /// The finished file.
    let completion: Completion?
    let files: [CertificateContent.File]
    let attachments: [NewFile]
    let parties: [Party]
    let events: [Event]
    /// What the whole trail amounts to.
    let head: ContentHash
    public let madeAt: Instant
    let verificationURL: String

    /// Somebody by name and contact.
    struct Person: Codable, Equatable, Sendable {
        let name: String
        let contact: String
    }

    /// The last time that the document went out.
    struct Sending: Codable, Equatable, Sendable {
        let at: Instant
        /// SHA-256 of the base file and of the whole file as it was sent, in hexadecimal.
        let base: String?
        let sha256: String?
    }

    /// In the author's order.
    struct Party: Codable, Equatable, Sendable {
        let number: Int
        let person: Person
        let contact: Contact
        let role: Role
        let method: SignatureMethod?
        let progress: Progress?
        /// Once they have signed.
        let evidence: SignatureEvidence?

        enum Role: String, Codable, CaseIterable { case signer, reviewer, carbonCopy }

        /// How far the turn has come, and since when.
        struct Progress: Codable, Equatable, Sendable {
            let name: String
            let at: Instant?
        }
    }

    /// One row of the trail.
    struct Event: Codable, Equatable, Sendable {
        let number: Int
        let at: Instant
        let kind: AuditEvent.Kind
        /// Of the person who acted; `nil` for the server.
        let contact: String?
        let facts: [String: String]
    }
}
