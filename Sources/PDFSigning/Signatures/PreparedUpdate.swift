import PDFCore

/// An incremental update that holds a signature whose CMS is still missing.
///
/// Everything else is final. It can be stored while somebody signs its ``digest`` elsewhere.
public struct PreparedUpdate: Hashable, Sendable {
    /// The bytes to append to the revision, with zeros in the hole.
    public let delta: [UInt8]
    /// The length of the revision before, in bytes.
    public let start: Int
    /// The hexadecimal string of /Contents with its brackets, as offsets in the whole file.
    public let hole: Range<Int>
    /// SHA-256 at the end of the revision before.
    let preceding: SHA256State
    /// What the file will hold once the hole is filled, but for this signature's record.
    let following: RevisionStructure
    /// The full name of the signature's field.
    public let field: String
    let isDocumentTimestamp: Bool

    /// Finishes an update in which the signature `id` is still to be written.
    ///
    /// - Parameters:
    ///   - field: the full name of the signature's field.
    ///   - preceding: SHA-256 at the end of the revision before.
    ///   - structure: what the file will hold, but with the tail of the revision before.
    init(
        _ update: consuming IncrementalUpdate, signature id: ObjectID,
        _ dictionary: SignatureDictionary, in field: String,
        after preceding: SHA256State, leaving structure: RevisionStructure
    ) throws {
        var update = update
        update.set(id, toSerialized: dictionary.bytes)
        let finished = update.finish(newID: Self.identifier(of: dictionary, after: preceding))
        guard let body = finished.offsets[id] else { throw SigningError.noOpenField("\(id)") }
        start = structure.tail.byteCount
        hole = body + dictionary.contents.lowerBound..<body + dictionary.contents.upperBound
        let numbers = try SignatureDictionary.byteRange(
            hole: hole, end: start + finished.bytes.count)
        let place = body - start + dictionary.byteRange.lowerBound
        var delta = finished.bytes
        delta.replaceSubrange(place..<place + numbers.count, with: numbers)
        self.delta = delta
        self.preceding = preceding
        var structure = structure
        structure.tail = finished.tail
        following = structure
        self.field = field
        isDocumentTimestamp = dictionary.isDocumentTimestamp
    }

    /// The second half of /ID: as good as random, yet the same for the same update.
    private static func identifier(
        of dictionary: SignatureDictionary, after state: SHA256State
    ) -> [UInt8] {
        var state = state
        state.update(dictionary.bytes)
        return Array(state.digest().prefix(16))
    }

    /// The most bytes the CMS may have.
    public var contentsRoom: Int { (hole.count - 2) / 2 }

    /// SHA-256 of the whole file but the hole (ISO 32000-2 §12.8.1). Reads nothing of what precedes.
    public var digest: [UInt8] {
        var state = preceding
        for part in signedParts { state.update(part) }
        return state.digest()
    }

    /// What the update itself adds to the signed bytes: all around the hole.
    var signedParts: [ArraySlice<UInt8>] {
        [delta[..<(hole.lowerBound - start)], delta[(hole.upperBound - start)...]]
    }

    /// The ``delta`` up to the hole.
    public var opening: [UInt8] { Array(signedParts[0]) }
    /// The ``delta`` after the hole.
    public var closing: [UInt8] { Array(signedParts[1]) }

    /// The finished update.
    ///
    /// Throws ``SigningError/roomExceeded(measured:room:)`` if the CMS is longer than the room.
    public func filled(with cms: [UInt8]) throws(SigningError) -> RevisionDelta {
        var bytes = delta
        let place = hole.lowerBound - start..<hole.upperBound - start
        let contents = try HexadecimalHole.filled(with: cms, room: contentsRoom)
        bytes.replaceSubrange(place, with: contents)
        var state = preceding
        state.update(bytes)
        var structure = following
        let padding = [UInt8](repeating: 0, count: contentsRoom - cms.count)
        structure.signatures.insert(
            SignatureRecord(
                field: field, contents: cms + padding, isDocumentTimestamp: isDocumentTimestamp))
        return RevisionDelta(
            bytes: bytes, context: RevisionContext(structure: structure, digest: state))
    }

    /// Fills the hole with the CMS that `sign` makes of the ``digest``.
    public func signed(by sign: (_ digest: [UInt8]) throws -> [UInt8]) throws -> RevisionDelta {
        try filled(with: sign(digest))
    }
}
