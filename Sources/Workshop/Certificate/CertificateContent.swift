import Domain

/// What is printed on the certificate pages: known when the document is sent.
struct CertificateContent: Codable, Equatable, Sendable {
    let language: Language
    let documentID: DocumentID
    let documentName: String
    let authorName: PersonName
    let authorEmail: EmailAddress
    let createdAt: Instant
    let sentAt: Instant
    let verificationURL: String
    let files: [File]
    let signers: [Signer]

    struct File: Codable, Equatable, Sendable {
        let number: Int
        let name: String
        let blob: Blob
        let pageCount: Int
        let contents: [FileFacts.Notable]
    }

    /// In the author's order, like the signature fields.
    struct Signer: Codable, Equatable, Sendable {
        let number: Int
        let name: PersonName
        let email: EmailAddress
        let method: SignatureMethod
    }
}

extension CertificateContent {
    init(_ order: LayoutOrder) {
        let document = order.document
        language = document.language
        documentID = document.id
        documentName = document.name
        authorName = document.author.name
        authorEmail = document.author.email
        createdAt = document.createdAt
        sentAt = order.at
        verificationURL = order.verificationURL
        files = document.files.filter(\.isCurrent).map(File.init)
        signers = document.recipients.map { recipient in
            Signer(
                number: recipient.number, name: recipient.name, email: recipient.email,
                method: recipient.method)
        }
    }
}

extension CertificateContent.File {
    fileprivate init(_ file: DocumentFile) {
        number = file.number
        name = file.name
        blob = file.original
        pageCount = file.pageCount
        contents = (file.facts?.contents ?? []).sorted()
    }
}
