/// The two forms of a cross-reference section (ISO 32000-2, 7.5.4 and 7.5.8).
public enum XRefKind: String, Codable, Hashable, Sendable {
    case table
    case stream
}

/// All that an incremental update needs to know of what precedes it.
///
/// It is small and can be stored, so that an update is written without reading the file.
public struct RevisionTail: Codable, Hashable, Sendable {
    /// The length of the file so far.
    public var byteCount: Int
    /// Whether the last byte is a line feed or a carriage return.
    public var endsWithEOL: Bool
    /// Where the newest cross-reference section starts: the next `/Prev`.
    public var startXref: Int
    /// The next section must be of the same kind.
    public var xrefKind: XRefKind
    /// `/Size`: one more than the highest object number.
    public var size: Int
    public var root: ObjectID
    public var info: ObjectID?
    /// The first half of `/ID`, which every update keeps.
    public var firstID: [UInt8]?

    public init(
        byteCount: Int, endsWithEOL: Bool, startXref: Int, xrefKind: XRefKind, size: Int,
        root: ObjectID, info: ObjectID? = nil, firstID: [UInt8]? = nil
    ) {
        self.byteCount = byteCount
        self.endsWithEOL = endsWithEOL
        self.startXref = startXref
        self.xrefKind = xrefKind
        self.size = size
        self.root = root
        self.info = info
        self.firstID = firstID
    }

    /// Before the first revision of a new file, whose catalog is to be object 1.
    public init(newFileOf kind: XRefKind) {
        self.init(
            byteCount: 0, endsWithEOL: true, startXref: 0, xrefKind: kind, size: 2,
            root: ObjectID(1))
    }

    var isNothing: Bool { byteCount == 0 }
}
