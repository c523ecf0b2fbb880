import Domain
import Words

extension ShownDocument {
    /// So many pages bring their text with them; the text of the others is a link away.
    static let textPageLimit = 3

    init(_ document: Document, digest: String?, texts: [Int: String], words: Words) {
        let files = document.files.filter(\.isCurrent)
        let total = files.reduce(0) { $0 + $1.pageCount }
        self.init(
            pages: (0..<total).map { index in
                PageImage(index + 1, of: total, text: texts[index + 1], words: words)
            },
            originals: files.map { File($0, words) },
            attachments: document.attachments.enumerated().map { File($0 + 1, $1, words) },
            hasAttachments: !document.attachments.isEmpty, digest: digest)
    }
}

extension ShownDocument.PageImage {
    fileprivate init(_ number: Int, of total: Int, text: String?, words: Words) {
        let place = ["number": String(number), "total": String(total)]
        self.init(
            number: number, label: words("sign.page", place), text: text,
            textLabel: words("sign.pageText", ["number": String(number)]), isFirst: number == 1)
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
