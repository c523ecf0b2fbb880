import Archive
import Domain
import Foundation
import Workshop

/// Orders for documents whose files were inspected.
extension Bench {
    func order(
        _ uploads: [[UInt8]], signers: Int = 2, language: Language = .russian,
        name: String = "Договор № 7", fields: [Field] = []
    ) async throws -> LayoutOrder {
        var files: [DocumentFile] = []
        for (index, bytes) in uploads.enumerated() {
            let blob = try await archive.store(bytes)
            guard let facts = try await workshop.inspect(blob).facts else {
                throw FileTrouble.unreadable
            }
            files.append(
                DocumentFile(
                    id: FileID(UUID()), number: index + 1, name: "Приложение \(index + 1).pdf",
                    original: blob, status: .done(facts)))
        }
        let document = Document(
            id: DocumentID(UUID()), account: AccountID(UUID()), author: author, clientID: nil,
            name: name, isSequential: false, language: language, createdAt: Self.now,
            terms: Terms(), fields: fields, attachments: [],
            recipients: (0..<signers).map(recipient), files: files, state: .draft,
            authorLink: link(255), schedule: Schedule(), round: 1, version: 1,
            audit: .start(at: Self.now))
        return LayoutOrder(
            document: document, fields: fields, at: Self.now,
            verificationURL: "https://sign.example.org/verify/\(document.id)",
            certificationRoom: 6_000)
    }

    /// 2026-11-22 14:05:09 UTC.
    static let now = Instant(seconds: 1_795_356_309)

    private var author: Document.Author {
        Document.Author(
            user: UserID(UUID()), name: PersonName(lastName: "Иванова", firstName: "Анна"),
            email: EmailAddress("anna@example.org")!)
    }

    private func recipient(_ index: Int) -> Recipient {
        Recipient(
            id: RecipientID(UUID()), position: index,
            name: PersonName(lastName: "Петров", firstName: "Пётр", patronymic: "Ильич \(index)"),
            contact: Contact("petrov\(index)@example.org")!, number: index + 1, step: 1,
            role: .signer(index % 2 == 0 ? .simple : .ownCertificate), access: .code,
            requiresVerification: false, memo: nil, requests: [], language: nil,
            link: link(index), turn: nil)
    }

    private func link(_ number: Int) -> SigningLink {
        SigningLink(generation: 1, hash: ContentHash(of: [UInt8(number & 255)]))
    }
}
