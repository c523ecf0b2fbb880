public import Domain

/// What is printed on a certificate: on the pages that a document gets when it is sent, or in
/// the file of its own that it gets when it is finished.
public struct CertificateContent: Codable, Equatable, Sendable {
    public let language: Language
    let documentID: DocumentID
    let documentName: String
    let authorName: PersonName
    let authorEmail: EmailAddress
    let createdAt: Instant
    public let sentAt: Instant
    let verificationURL: String
    let files: [File]
    public let signers: [Signer]
    /// The finished file; `nil` when the document is sent.
    public let completion: Completion?

    struct File: Codable, Equatable, Sendable {
        let number: Int
        let name: String
        let blob: Blob
        let pageCount: Int
        let contents: [FileFacts.Notable]
    }

    /// In the author's order, like the signature fields.
    public struct Signer: Codable, Equatable, Sendable {
        /// Place in the author's list of all parties, from 0.
        public let position: Int
        let number: Int
        let name: PersonName
        let contact: Contact
        let method: SignatureMethod
        /// Once they have signed.
        let evidence: SignatureEvidence?
    }
}

extension CertificateContent {
    /// The pages of a document that is about to be sent.
    public init(_ order: LayoutOrder) {
        self.init(
            order.document, sentAt: order.at, verificationURL: order.verificationURL,
            completion: nil)
    }

    /// The certificate of a finished document.
    public init(_ order: CertificateOrder) {
        self.init(
            order.document, sentAt: order.sentAt, verificationURL: order.verificationURL,
            completion: order.completion)
    }

    private init(
        _ document: Document, sentAt: Instant, verificationURL: String, completion: Completion?
    ) {
        language = document.language
        documentID = document.id
        documentName = document.name
        authorName = document.author.name
        authorEmail = document.author.email
        createdAt = document.createdAt
        self.sentAt = sentAt
        self.verificationURL = verificationURL
        files = document.files.filter(\.isCurrent).map(File.init)
        signers = document.recipients.compactMap { Signer($0, hasSigned: completion != nil) }
        self.completion = completion
    }
}

extension CertificateContent.File {
    init(_ file: DocumentFile) {
        number = file.number
        name = file.name
        blob = file.original
        pageCount = file.pageCount
        contents = (file.facts?.contents ?? []).sorted()
    }
}

extension CertificateContent.Signer {
    /// `nil` for one who does not sign.
    fileprivate init?(_ recipient: Recipient, hasSigned: Bool) {
        guard let method = recipient.method else { return nil }
        position = recipient.position
        self.method = method
        number = recipient.number
        name = recipient.name
        contact = recipient.contact
        evidence = hasSigned ? recipient.turn?.approval.map(SignatureEvidence.init) : nil
    }
}
