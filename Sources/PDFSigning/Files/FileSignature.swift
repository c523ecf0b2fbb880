public import PDFText

/// A signature to be put on a file: its place, what it says, and what it forbids.
public struct FileSignature: Sendable {
    /// The field that is to hold the signature.
    public enum Place: Hashable, Sendable {
        /// An empty signature field of the file, by its full name.
        case field(String)
        /// A new field that shows nothing; without a name it is given a free one.
        case invisible(name: String? = nil)
        /// A new field on a page, counted from 0. The rectangle is in points from the lower left
        /// corner of the page as it is shown: cropped and turned.
        case visible(page: Int, Rectangle, name: String? = nil)
    }

    /// The fields that nobody may change after the signature (ISO 32000-2 §12.8.2.4).
    public enum Lock: Hashable, Sendable {
        /// The signature's own field.
        case own
        case all
    }

    public var claim: SignatureClaim
    public var place: Place
    /// What a visible field shows; an invisible one ignores it.
    public var stamp: SignatureStamp?
    /// Makes this the document's certification: only as its first signature.
    public var certification: CertificationLevel?
    public var lock: Lock?
    public var format: SignatureFormat

    public init(
        _ claim: SignatureClaim, at place: Place = .invisible(),
        showing stamp: SignatureStamp? = nil,
        certification: CertificationLevel? = nil, lock: Lock? = nil,
        format: SignatureFormat = .cades
    ) {
        self.claim = claim
        self.place = place
        self.stamp = stamp
        self.certification = certification
        self.lock = lock
        self.format = format
    }
}
