public import struct FoundationEssentials.Data

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

    /// In points from the upper left corner of the page as it is shown.
    public struct Place: Equatable, Codable, Sendable {
        /// Of the files' pages together, from 1.
        public let page: Int
        public let left: Double
        public let top: Double
        public let width: Double
        public let height: Double

        public init(page: Int, left: Double, top: Double, width: Double, height: Double) {
            self.page = page
            self.left = left
            self.top = top
            self.width = width
            self.height = height
        }
    }

    /// Stable, and unique in the document: values are given by it.
    public let id: String
    /// The recipient's place in the author's list, from 0.
    public let position: Int
    public let kind: Kind
    /// One, or as many as a radio field has options, in their order.
    public let places: [Place]
    public let label: String
    public let isRequired: Bool
    /// What stands if the recipient enters nothing else; a stamp has none.
    public let prefilled: FieldValue?

    public init(
        id: String, position: Int, kind: Kind, places: [Place], label: String, isRequired: Bool,
        prefilled: FieldValue?
    ) {
        self.id = id
        self.position = position
        self.kind = kind
        self.places = places
        self.label = label
        self.isRequired = isRequired
        self.prefilled = prefilled
    }
}

/// What is entered into a field.
public enum FieldValue: Equatable, Codable, Sendable {
    /// A text, a chosen option, or a typed stamp; an empty one leaves the field empty.
    case text(String)
    case tick(Bool)
    /// A stamp's.
    case picture(FieldPicture)
}

/// A picture that a ``FieldWorkshop`` has read from an upload, as the engines keep it.
public struct FieldPicture: Equatable, Codable, Sendable {
    public let data: Data

    public init(_ data: Data) { self.data = data }
}

/// Why a field cannot be laid out or filled.
public struct FieldTrouble: Equatable, Codable, Error, Sendable {
    public enum Cause: String, Codable, CaseIterable, Sendable {
        /// The field itself is not well described: key, recipient, options or places.
        case malformed
        /// It leaves its page, or there is no such page.
        case outsidePage
        /// A signed upload takes no visible fields.
        case signedUpload
        /// Nobody's field, another's, or one that was filled already.
        case notOpen
        case missing, wrongKind, unknownOption, tooLong, doesNotFit
        /// No font has a character of the text.
        case unprintable
        /// The picture cannot be shown.
        case unusablePicture
    }

    /// The field's id; empty for a picture that is not yet in a field.
    public let field: String
    public let cause: Cause

    public init(_ field: String, _ cause: Cause) {
        self.field = field
        self.cause = cause
    }
}

/// The part of the ``PDFWorkshop`` that fields need.
public protocol FieldWorkshop: Sendable {
    /// As ``PDFWorkshop/prepare(_:)``, with these fields. Throws ``FieldTrouble`` for one of them.
    func prepare(_ order: LayoutOrder, fields: [Field]) async throws -> PreparedLayout

    /// Reads an uploaded PNG or JPEG of at most 512 KiB and 4 megapixels. Throws ``FieldTrouble``
    /// for anything else.
    func picture(in upload: [UInt8]) async throws -> FieldPicture
}

/// The part of the ``Sealer`` that fields need.
public protocol FieldSealer: Sendable {
    /// As ``Sealer/sign(_:)``, with what the recipient enters, by the fields' ids. Throws
    /// ``FieldTrouble`` before anything is signed.
    func sign(
        _ order: SignatureOrder, entering values: [String: FieldValue]
    ) async throws -> SignedUpdate
}
