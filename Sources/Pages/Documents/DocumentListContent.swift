import Domain
import Words

/// The cabinet: one page of a person's documents.
struct DocumentListContent: Equatable, Sendable {
    static let pageSize = 25

    struct Tab: Equatable, Sendable {
        let name: String
        let label: String
        let isCurrent: Bool
    }

    struct Row: Equatable, Sendable {
        let address: String
        let name: String
        let author: String
        let created: String
        let status: String
        let mark: String
    }

    let tabs: [Tab]
    let rows: [Row]
    let isEmpty: Bool
    let newest: String?
    let next: String?
}

extension DocumentListContent {
    /// `documents` are one more than a page where there is a next one.
    init(
        _ documents: [Document], tab: DocumentTab, isFirst: Bool, _ words: Words,
        _ time: (Instant) -> String
    ) {
        let shown = documents.prefix(Self.pageSize)
        let address = "/documents?tab=\(tab.rawValue)"
        let last = documents.count > Self.pageSize ? shown.last : nil
        self.init(
            tabs: DocumentTab.allCases.map {
                Tab(
                    name: $0.rawValue, label: words["documents.tab.\($0.rawValue)"],
                    isCurrent: $0 == tab)
            },
            rows: shown.map { Row($0, words, time) }, isEmpty: shown.isEmpty,
            newest: isFirst ? nil : address,
            next: last.map {
                let cursor = DocumentQuery.Cursor(createdAt: $0.createdAt, id: $0.id)
                return "\(address)&after=\(cursor.text)"
            })
    }
}

extension DocumentListContent.Row {
    fileprivate init(_ document: Document, _ words: Words, _ time: (Instant) -> String) {
        let status = document.state.status.rawValue
        self.init(
            address: "/documents/\(document.id)", name: document.name,
            author: document.author.name.full, created: time(document.createdAt),
            status: words["status.\(status)"], mark: status)
    }
}
