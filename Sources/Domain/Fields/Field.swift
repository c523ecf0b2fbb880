/// A place in a document that one recipient fills when signing.
public struct Field: Equatable, Codable, Sendable {
    public enum Kind: Equatable, Codable, Sendable {
        /// Several lines where the place is high enough. The maximum counts Unicode scalars.
        case text(maximumLength: Int?)
        case checkbox
        case radio(options: [String])
        case selectBox(options: [String])
        /// Drawn, typed or uploaded.
        case stamp
    }

    /// In points from the lower left corner of the page as it is shown.
    public struct Place: Equatable, Codable, Sendable {
        /// Of the files' pages together, from 1.
        public let page: Int
        public let x: Double
        public let y: Double
        public let width: Double
        public let height: Double

        public init(page: Int, x: Double, y: Double, width: Double, height: Double) {
            self.page = page
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    /// Stable, and unique in the document: values are given by it.
    public let id: String
    /// The client system's own name for it: absent, shared by several, any text.
    public let key: String?
    /// Its owner's place in the author's list, from 0.
    public let position: Int
    public let kind: Kind
    /// One, or as many as a radio field has options, in their order.
    public let places: [Place]
    public let label: String
    /// Shown on the signing page while nothing is entered.
    public let placeholder: String?
    public let format: TextFormat?
    public let isRequired: Bool
    /// What stands if the recipient enters nothing else.
    public var prefilled: FieldValue?

    public init(
        id: String, key: String? = nil, position: Int, kind: Kind, places: [Place],
        label: String, placeholder: String? = nil, format: TextFormat? = nil, isRequired: Bool,
        prefilled: FieldValue?
    ) {
        self.id = id
        self.key = key
        self.position = position
        self.kind = kind
        self.places = places
        self.label = label
        self.placeholder = placeholder
        self.format = format
        self.isRequired = isRequired
        self.prefilled = prefilled
    }
}

/// What a text field takes.
public enum TextFormat: String, Codable, CaseIterable, Sendable {
    case digits, date, email, phone

    public func admits(_ text: String) -> Bool {
        switch self {
        case .digits: text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        case .date: Self.isDay(text)
        case .email: EmailAddress(text) != nil
        case .phone: PhoneNumber(text) != nil
        }
    }

    /// As ISO 8601 writes a day: `2026-11-23`.
    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return CivilTime(year: year, month: month, day: day) != nil
    }
}
