public import PDFText

/// A field that one of the signers fills when signing: where it lies and what it takes.
///
/// Each of its places becomes a field of its own in the file, read-only from the start, so that no
/// viewer offers to fill it and nobody but its signer's update ever writes it.
public struct FormSlot: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Typed text: several lines where the place is as high as two. The maximum is counted in
        /// Unicode scalars.
        case text(maximumLength: Int? = nil)
        case checkbox
        /// One of several options, each with a place of its own.
        case radio(options: [String])
        /// One of several options, which is written out.
        case select(options: [String])
        /// A drawn, typed or uploaded stamp: a picture, or a text.
        case stamp
    }

    /// Where a widget lies.
    public struct Place: Hashable, Sendable {
        public var page: LayoutUpdate.SignatureSlot.Page
        /// In points from the lower left corner of the page as it is shown: cropped and turned.
        public var rect: Rectangle

        public init(page: LayoutUpdate.SignatureSlot.Page, rect: Rectangle) {
            self.page = page
            self.rect = rect
        }
    }

    /// What a signer's entry names it by, unique in the layout.
    public var key: String
    /// The name of the signature field of the signer whose field it is.
    public var owner: String
    public var kind: Kind
    /// One, or as many as a radio field has options, in their order.
    public var places: [Place]
    /// What it is about, for those who do not see the page.
    public var label: String
    public var isRequired: Bool
    /// What is entered if the signer enters nothing else; it shows from their signature on. A
    /// stamp has none.
    public var prefilled: FormEntry?

    public init(
        key: String, owner: String, kind: Kind, places: [Place], label: String = "",
        isRequired: Bool = false, prefilled: FormEntry? = nil
    ) {
        self.key = key
        self.owner = owner
        self.kind = kind
        self.places = places
        self.label = label
        self.isRequired = isRequired
        self.prefilled = prefilled
    }
}

extension FormSlot {
    /// The types that texts are set in, in points: the largest that fits. What does not fit in the
    /// smallest is refused.
    public static let textSizes = 5.0...12.0
    /// The same for typed stamps, and for the marks of checkboxes and radio fields.
    public static let markSizes = 5.0...36.0

    /// A text of two lines in the largest type fits from here on, in points.
    static let multilineHeight = 30.0
}
