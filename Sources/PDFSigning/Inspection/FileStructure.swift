public import PDFCore

/// What a PDF file is made of, as a strict reading tells it. Nothing in it is judged: whether a
/// signature is worth anything is a matter for the verification.
public struct FileStructure: Codable, Hashable, Sendable {
    /// In bytes.
    public let byteCount: Int
    /// Of the header, such as `1.7`; nil where there is no header.
    public internal(set) var version: String?
    /// The file is arranged for reading while it loads (ISO 32000-2, annex F).
    public internal(set) var isLinearized = false
    /// A cross-reference table has a stream beside it, so that two readers may differ.
    public internal(set) var isHybrid = false
    public internal(set) var encryption: EncryptionFacts?
    /// Oldest first.
    public internal(set) var revisions: [RevisionFacts] = []
    public internal(set) var pages: [PageGroup] = []
    public internal(set) var fields: [FieldFacts] = []
    /// In the order of the form.
    public internal(set) var signatures: [SignatureFacts] = []
    /// What keeps the file from being an exact prefix of what is signed; one line each.
    public internal(set) var damage: [String] = []

    public var pageCount: Int { pages.reduce(0) { $0 + $1.pages.count } }
}

extension FileStructure {
    /// What one save of the file appended.
    public struct RevisionFacts: Codable, Hashable, Sendable {
        /// Bytes from the start of the file.
        public let offset: Int
        /// In bytes.
        public let length: Int
        public let xref: XRefKind
        /// Objects that its cross-reference section lists, free ones among them.
        public let objectCount: Int
    }

    /// How the file is encrypted (ISO 32000-2, 7.6): then its fields are not read.
    public struct EncryptionFacts: Codable, Hashable, Sendable {
        /// The security handler, such as `Standard`.
        public let filter: String?
        /// /V and /R: the algorithm, and the handler's revision.
        public let version: Int?
        public let handlerRevision: Int?
        /// In bits.
        public let keyLength: Int?
    }

    /// Successive pages that look alike.
    public struct PageGroup: Codable, Hashable, Sendable {
        /// Counted from 1.
        public internal(set) var pages: ClosedRange<Int>
        /// In points.
        public let mediaBox: PDFRectangle
        public let cropBox: PDFRectangle
        /// 0, 90, 180 or 270 degrees clockwise.
        public let rotation: Int
    }

    /// One field of the interactive form.
    public struct FieldFacts: Codable, Hashable, Sendable {
        /// The fully qualified name.
        public let name: String
        /// `Tx`, `Btn`, `Ch` or `Sig`; nil where the file does not say.
        public let type: String?
        public let hasValue: Bool
        /// A widget of it has a size.
        public let isVisible: Bool
    }

    /// One signed signature field.
    public struct SignatureFacts: Codable, Hashable, Sendable {
        public enum Coverage: String, Codable, Hashable, Sendable {
            /// All bytes of the file, but the signature's own value.
            case wholeFile
            /// All bytes of an earlier revision.
            case revision
            /// Less than any revision, or nothing that makes sense.
            case partial
        }

        public let field: String
        /// As stated, such as `ETSI.CAdES.detached`.
        public let subFilter: String?
        /// Counted from 1; nil if the signature ends none.
        public let revision: Int?
        public let coverage: Coverage
        /// The level that a certification allows; nil for other signatures.
        public let certification: CertificationLevel?
        public let isDocumentTimestamp: Bool
    }
}
