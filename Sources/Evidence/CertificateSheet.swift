import Domain
public import PDFText
import Words

/// The certificate in the document's language: what is known, and a slot for each signer.
public struct CertificateSheet {
    let content: CertificateContent
    private let words: Words

    public init(_ content: CertificateContent) {
        self.content = content
        words = Words(content.language.rawValue)
    }

    /// The key of a signer's entry, by place in the list.
    public static func key(ofSigner index: Int) -> String { "signer \(index)" }

    public var sheet: Sheet {
        let words = words
        var sheet = Sheet(title: phrase("title"), language: content.language.rawValue) {
            words("certificate.page", ["number": String($0), "total": String($1)])
        }
        sheet.subtitle = content.documentName
        sheet.sections = [document, files]
        sheet.entriesHeading = phrase("signers")
        sheet.entries = content.signers.enumerated().map(entry)
        sheet.notice = [certification, phrase("validators")].joined(separator: "\n")
        sheet.link = Sheet.Link(
            caption: phrase("verification"), address: content.verificationURL)
        sheet.footer = "\(content.documentID)"
        return sheet
    }

    /// What the server vouches for with its signature.
    public var certification: String {
        phrase(content.completion == nil ? "certification" : "certification.alone")
    }

    private var document: Sheet.Section {
        Sheet.Section(
            heading: phrase("document"),
            facts: [
                Fact(phrase("documentID"), "\(content.documentID)"),
                Fact(phrase("author"), "\(content.authorName.full), \(content.authorEmail)"),
                Fact(phrase("created"), time(content.createdAt)),
                Fact(phrase("sent"), time(content.sentAt)),
            ] + completion)
    }

    private var completion: [Fact] {
        guard let completion = content.completion else { return [] }
        return [
            Fact(phrase("completed"), time(completion.at)),
            Fact(phrase("signedHash"), "\(completion.hash)"),
        ]
    }

    private var files: Sheet.Section {
        Sheet.Section(heading: phrase("files"), items: content.files.map { $0.item(in: words) })
    }

    private func entry(_ index: Int, _ signer: CertificateContent.Signer) -> Sheet.Entry {
        Sheet.Entry(
            key: Self.key(ofSigner: index), title: "\(signer.number). \(signer.name.full)",
            facts: [
                Fact(phrase("signer.contact"), "\(signer.contact)"),
                Fact(phrase("signer.method"), phrase("method.\(signer.method.rawValue)")),
            ],
            slotHeight: SlotDrawing.height(facts: 5, hasHeading: true),
            drawing: signer.evidence?.drawing(contact: signer.contact, in: content.language))
    }

    func phrase(_ key: String) -> String { words["certificate.\(key)"] }

    func time(_ instant: Instant) -> String {
        words.dateTime(microseconds: instant.microseconds)
    }
}

extension CertificateContent.File {
    func item(in words: Words) -> Sheet.Item {
        var notes = ["\(words["certificate.file.hash"]): \(blob.hash)"]
        if !contents.isEmpty {
            let names = contents.map { words["certificate.contents.\($0.rawValue)"] }
            notes.append(
                "\(words["certificate.file.contents"]): \(names.joined(separator: ", "))")
        }
        return Sheet.Item(
            title: "\(number). \(name)",
            detail: """
                \(words["certificate.file.pages"]): \(pageCount) · \
                \(words["certificate.file.size"]): \(words.size(byteCount: blob.byteCount))
                """,
            notes: notes)
    }
}
