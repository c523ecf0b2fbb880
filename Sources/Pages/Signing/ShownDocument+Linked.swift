import Domain
import Words

extension ShownDocument {
    /// So many pages bring their text with them; the text of the others is a link away.
    static let textPageLimit = 3

    init(
        _ linked: LinkedDocument, digest: String?, texts: [Int: String], sizes: [PageSize],
        words: Words
    ) {
        let document = linked.document
        let files = document.files.filter(\.isCurrent)
        let total = files.reduce(0) { $0 + $1.pageCount }
        self.init(
            pages: (0..<total).map { index in
                PageImage(
                    index + 1, of: total, text: texts[index + 1],
                    size: sizes.indices.contains(index) ? sizes[index] : nil, in: linked, words)
            },
            edition: document.edition,
            originals: files.map { File($0, words) },
            attachments: document.attachments.enumerated().map { File($0 + 1, $1, words) },
            hasAttachments: !document.attachments.isEmpty, digest: digest)
    }
}

extension ShownDocument.PageImage {
    /// The proportions of A4 where a page's own are not known.
    private static let usual = PageSize(width: 210, height: 297)

    fileprivate init(
        _ number: Int, of total: Int, text: String?, size: PageSize?, in linked: LinkedDocument,
        _ words: Words
    ) {
        let shown = size ?? Self.usual
        let place = ["number": String(number), "total": String(total)]
        self.init(
            number: number, label: words("sign.page", place), text: text,
            textLabel: words("sign.pageText", ["number": String(number)]), isFirst: number == 1,
            height: Int(max(1, min(1_000 * shown.height / max(shown.width, 1), 10_000))),
            boxes: linked.isActing
                ? PageBoxes(
                    linked.document, for: linked.recipient, page: number, size: size, words)
                : nil)
    }
}

extension ShownDocument.File {
    fileprivate init(_ file: DocumentFile, _ words: Words) {
        let size = words.size(byteCount: file.original.byteCount)
        let pages = words("count.pages", count: file.pageCount)
        self.init(number: file.number, name: file.name, facts: "\(pages) · \(size)")
    }

    fileprivate init(_ number: Int, _ file: NewFile, _ words: Words) {
        self.init(
            number: number, name: file.name, facts: words.size(byteCount: file.blob.byteCount))
    }
}

extension LinkedDocument {
    /// It is this recipient's turn, and the door is passed.
    var isActing: Bool { SigningState(self) == .open && isReadable && recipient.role.acts }
}

extension Document {
    /// Of the file: a round adds its pages, each signature something to them.
    fileprivate var edition: String {
        "\(round).\(recipients.count { $0.turn?.approval != nil })"
    }
}
