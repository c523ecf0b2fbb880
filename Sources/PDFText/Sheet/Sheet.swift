/// A record to be printed on pages of its own: what is known now, and for each entry room for
/// what becomes known later. It knows nothing of what it records.
public struct Sheet: Sendable {
    public var title: String
    public var subtitle: String?
    public var sections: [Section] = []
    /// Stands above the entries.
    public var entriesHeading: String?
    public var entries: [Entry] = []
    /// After the entries.
    public var appendix: [Section] = []
    /// Small print at the end.
    public var notice: String?
    /// Printed beside the title with a QR code of its address.
    public var link: Link?
    /// Stands at the foot of every page, on the left.
    public var footer: String?
    /// The text at the foot of page n of total, on the right.
    public var pageLabel: @Sendable (_ number: Int, _ total: Int) -> String
    /// BCP 47.
    public var language: String
    /// Whether a character that no font draws is told by its number, instead of thrown.
    public var namesUndrawable = false

    public init(
        title: String, language: String, pageLabel: @escaping @Sendable (Int, Int) -> String
    ) {
        self.title = title
        self.language = language
        self.pageLabel = pageLabel
    }

    /// Facts under a heading, or things with details (files).
    public struct Section: Sendable {
        public var heading: String
        public var facts: [Fact]
        public var items: [Item]

        public init(heading: String, facts: [Fact] = [], items: [Item] = []) {
            self.heading = heading
            self.facts = facts
            self.items = items
        }
    }

    /// A thing of a list: its name, a detail at the right edge, notes below.
    public struct Item: Sendable {
        public var title: String
        public var detail: String
        public var notes: [String]

        public init(title: String, detail: String = "", notes: [String] = []) {
            self.title = title
            self.detail = detail
            self.notes = notes
        }
    }

    /// One of many alike: what is known now on the left, the slot on the right.
    public struct Entry: Sendable {
        /// Names the entry's slot in the result; unique on the sheet.
        public var key: String
        public var title: String
        public var facts: [Fact]
        /// The least height of the slot, in points; see ``SlotDrawing/height(facts:hasHeading:)``.
        public var slotHeight: Double
        /// What the slot holds, if that is known already.
        public var drawing: SlotDrawing?

        public init(
            key: String, title: String, facts: [Fact], slotHeight: Double,
            drawing: SlotDrawing? = nil
        ) {
            self.key = key
            self.title = title
            self.facts = facts
            self.slotHeight = slotHeight
            self.drawing = drawing
        }
    }

    public struct Link: Sendable {
        public var caption: String
        public var address: String

        public init(caption: String, address: String) {
            self.caption = caption
            self.address = address
        }
    }
}

/// A value and what it is.
public struct Fact: Hashable, Codable, Sendable {
    public var label: String
    public var value: String

    public init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}
