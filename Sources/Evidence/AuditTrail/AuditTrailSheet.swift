import Domain
public import PDFText
import Words

/// The certificate of a document's history, in the document's language.
public struct AuditTrailSheet {
    let content: AuditTrailContent
    let words: Words

    public init(_ content: AuditTrailContent) {
        self.content = content
        words = Words(content.language.rawValue)
    }

    public var sheet: Sheet {
        let words = words
        var sheet = Sheet(title: words["audit.title"], language: content.language.rawValue) {
            words("certificate.page", ["number": String($0), "total": String($1)])
        }
        sheet.subtitle = content.documentName
        sheet.sections = [document, trail, files] + attachments
        sheet.entriesHeading = words["audit.parties"]
        sheet.entries = content.parties.enumerated().map(entry)
        sheet.appendix = [events]
        sheet.notice = [certification, words["audit.chained"]].joined(separator: "\n")
        sheet.link = Sheet.Link(
            caption: words["certificate.verification"], address: content.verificationURL)
        sheet.footer = "\(content.documentID)"
        // Much of a history was typed by others, and all of it is to be told.
        sheet.namesUndrawable = true
        return sheet
    }

    /// What the server vouches for with its signature.
    public var certification: String { words["audit.certification"] }

    private var document: Sheet.Section {
        Sheet.Section(
            heading: words["certificate.document"],
            facts: [
                Fact(words["certificate.documentID"], "\(content.documentID)"),
                Fact(words["audit.state"], words["status.\(content.status.rawValue)"]),
                Fact(words["certificate.author"], told(content.author)),
                Fact(words["certificate.created"], time(content.createdAt)),
            ] + sending + completion)
    }

    private var sending: [Fact] {
        guard let sending = content.sending else { return [] }
        return [
            Fact(words["certificate.sent"], time(sending.at)),
            sending.base.map { Fact(words["audit.fact.base"], $0) },
            sending.sha256.map { Fact(words["audit.sentHash"], $0) },
        ].compactMap(\.self)
    }

    private var completion: [Fact] {
        guard let completion = content.completion else { return [] }
        return [
            Fact(words["certificate.completed"], time(completion.at)),
            Fact(words["certificate.signedHash"], "\(completion.hash)"),
        ]
    }

    private var trail: Sheet.Section {
        Sheet.Section(
            heading: words["audit.trail"],
            facts: [
                Fact(words["audit.madeAt"], time(content.madeAt)),
                Fact(words["audit.count"], String(content.events.count)),
                Fact(words["audit.head"], "\(content.head)"),
            ])
    }

    private var files: Sheet.Section {
        Sheet.Section(
            heading: words["certificate.files"], items: content.files.map { $0.item(in: words) })
    }

    private var attachments: [Sheet.Section] {
        guard !content.attachments.isEmpty else { return [] }
        let items = content.attachments.map { file in
            Sheet.Item(
                title: file.name, detail: words.size(byteCount: file.blob.byteCount),
                notes: ["\(words["certificate.file.hash"]): \(file.blob.hash)"])
        }
        return [Sheet.Section(heading: words["audit.attachments"], items: items)]
    }

    func told(_ person: AuditTrailContent.Person) -> String {
        person.name == person.contact ? person.contact : "\(person.name), \(person.contact)"
    }

    func time(_ instant: Instant) -> String {
        words.dateTime(microseconds: instant.microseconds)
    }
}
