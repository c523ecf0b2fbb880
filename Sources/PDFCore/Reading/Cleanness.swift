/// Whether a file can be kept as the exact beginning of a signed one, or why not.
///
/// Validators read a signed file with readers of very different tolerance. One whose structure
/// leaves nothing to repair or to interpret is kept; any other is to be rewritten once before
/// it is signed.
public struct Cleanness: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// `%PDF-` does not stand at byte 0.
        case headerNotFirst(offset: Int)
        /// No version of the form `1.7` follows `%PDF-`: some readers refuse such a file.
        case headerVersion
        /// A `startxref`, `/Prev`, section or trailer is not right, or nothing could be read.
        case damaged(PDFError)
        /// An object does not stand where its entry says.
        case wrongOffset(ObjectID)
        /// `/Size` is not above every object number.
        case wrongSize
        /// `/XRefStm`: a table and a stream that may disagree.
        case hybrid
        case encrypted
        /// The oldest table is not one subsection from 0 (ISO 32000-2, 7.5.4): Acrobat calls a
        /// signature on it invalid after the next update.
        case fragmented
        /// A trailer's entry that the standard does not know leads into the document: validators
        /// that follow it find objects changed in places where nothing may change.
        case strayTrailerEntry(PDFName)
        /// A cross-reference stream coded in a way that some readers cannot decode.
        case unusualPredictor
        /// Something other than white space after the last `%%EOF`.
        case trailingBytes(count: Int)
    }

    /// In the order in which they were looked for; empty if the file is clean.
    public let reasons: [Reason]

    public var isClean: Bool { reasons.isEmpty }

    /// Opens the file and judges it.
    public init(of source: any ByteSource, limits: PDFLimits = PDFLimits()) {
        do throws(PDFError) {
            self.init(of: try PDFReader(source, limits: limits))
        } catch {
            self.init(reasons: [.damaged(error)])
        }
    }

    private init(reasons: [Reason]) { self.reasons = reasons }

    /// Judges a file already open. Reads the first bytes of every object.
    public init(of reader: PDFReader) {
        var reasons: [Reason] = []
        do throws(PDFError) {
            try Self.judgeStructure(reader, into: &reasons)
            try Self.judgeOffsets(reader, into: &reasons)
        } catch {
            reasons.append(.damaged(error))
        }
        self.reasons = reasons
    }

    /// Judges all but the places of the objects, for who reads the whole file anyway.
    public init(structureOf reader: PDFReader) {
        var reasons: [Reason] = []
        do throws(PDFError) {
            try Self.judgeStructure(reader, into: &reasons)
        } catch {
            reasons.append(.damaged(error))
        }
        self.reasons = reasons
    }

    private static func judgeStructure(
        _ reader: PDFReader, into reasons: inout [Reason]
    ) throws(PDFError) {
        if reader.headerOffset != 0 {
            reasons.append(.headerNotFirst(offset: reader.headerOffset))
        }
        if try !reader.hasVersion { reasons.append(.headerVersion) }
        for revision in reader.revisions {
            if let key = revision.strayTrailerKey { reasons.append(.strayTrailerEntry(key)) }
            if revision.hasUnusualPredictor { reasons.append(.unusualPredictor) }
        }
        if reader.isHybrid { reasons.append(.hybrid) }
        if reader.isEncrypted { reasons.append(.encrypted) }
        let oldest = reader.revisions[0]
        if oldest.xrefKind == .table, !oldest.isLinearized,
            oldest.subsections.count != 1 || oldest.subsections[0].lowerBound != 0
        {
            reasons.append(.fragmented)
        }
        let tail = try reader.tail
        if reader.trailer["Size"]?.asInteger != tail.size { reasons.append(.wrongSize) }
        let trailing = reader.trailingBytes
        if try !reader.isWhitespace(trailing) {
            reasons.append(.trailingBytes(count: trailing.count))
        }
    }

    private static func judgeOffsets(
        _ reader: PDFReader, into reasons: inout [Reason]
    ) throws(PDFError) {
        for revision in reader.revisions {
            for (number, entry) in revision.entries.sorted(by: { $0.key < $1.key }) {
                guard case .plain(let offset, let generation) = entry else { continue }
                let id = ObjectID(number, generation)
                guard try !reader.stands(id, at: offset) else { continue }
                // One wrong place is reason enough.
                return reasons.append(.wrongOffset(id))
            }
        }
    }
}

extension PDFReader {
    /// Whether the header says `%PDF-` and a version such as 1.7.
    fileprivate var hasVersion: Bool {
        get throws(PDFError) {
            let start = headerOffset + 5
            guard start + 3 <= source.count else { return false }
            let version = try source.read(start..<start + 3)
            return version[0].isDigit && version[1] == UInt8(ascii: ".") && version[2].isDigit
        }
    }

    /// Whether the header of `id` stands at `offset`.
    public func stands(_ id: ObjectID, at offset: Int) throws(PDFError) -> Bool {
        let header = Array("\(id.number) \(id.generation) obj".utf8)
        guard offset >= 0, offset <= source.count - header.count else { return false }
        return try source.read(offset..<offset + header.count) == header
    }

    /// Whether nothing but white space stands in `range`.
    public func isWhitespace(_ range: Range<Int>) throws(PDFError) -> Bool {
        var cursor = ByteCursor(source, at: range.lowerBound)
        while cursor.position < range.upperBound {
            guard let byte = try cursor.next(), byte.isWhitespace else { return false }
        }
        return true
    }
}

extension Revision {
    /// What a trailer, or the dictionary of a cross-reference stream, may hold (ISO 32000-2
    /// tables 5, 15 and 17).
    private static let trailerKeys: Set<PDFName> = [
        "Size", "Prev", "Root", "Encrypt", "Info", "ID", "XRefStm", "AuthCode", "Type", "Index",
        "W", "Length", "Filter", "DecodeParms", "F", "FFilter", "FDecodeParms", "DL",
    ]

    fileprivate var strayTrailerKey: PDFName? {
        trailer.first { key, value in
            !Self.trailerKeys.contains(key) && value.holdsReference
        }?.key
    }

    /// TIFF prediction, which is for images (table 10).
    fileprivate var hasUnusualPredictor: Bool {
        guard xrefKind == .stream, let parameters = trailer["DecodeParms"] else { return false }
        return (parameters.array ?? [parameters]).contains {
            $0.dictionary?["Predictor"]?.asInteger == 2
        }
    }
}

extension PDFObject {
    /// Whether it is a reference or contains one. The parser has bounded the depth.
    fileprivate var holdsReference: Bool {
        switch self {
        case .reference: true
        case .array(let elements): elements.contains(where: \.holdsReference)
        case .dictionary(let entries): entries.contains { $0.value.holdsReference }
        default: false
        }
    }
}
