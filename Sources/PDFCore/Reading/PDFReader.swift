/// Reads a PDF file strictly and lazily: the cross-reference sections at once, an object when asked
/// for. Nothing is repaired; what two readers could understand in two ways is an error.
///
/// Every revision stays visible: most functions take `asOf`, the index of a revision, and then
/// answer as a reader of the file cut off after that revision would. Nil is the newest.
///
/// What is encrypted with an empty user password is decrypted where it is read. What is ``lock``ed
/// stays as it stands in the file: strings are ciphertext then, and streams are not decoded.
public struct PDFReader: Sendable {
    public let source: any ByteSource
    public let limits: PDFLimits
    /// Oldest first; at least one.
    public let revisions: [Revision]
    /// Where `%PDF-` stands: 0 in a clean file.
    public let headerOffset: Int
    let objectStreams = ObjectStreamCache()
    let plainObjects = PlainObjectCache()
    let decoding: DecodingBudget
    /// For each number that an update lists, the updates that do, in ascending order: a file of
    /// many revisions is read in the time that it takes to read one.
    private let updates: [Int: [Int]]
    private(set) var encryption = FileEncryption.none

    public init(_ source: any ByteSource, limits: PDFLimits = PDFLimits()) throws(PDFError) {
        self.source = source
        self.limits = limits
        decoding = DecodingBudget(limits.decodedTotal)
        headerOffset = try Self.headerOffset(source)
        revisions = try RevisionChain(source, limits: limits).revisions()
        updates = Self.updates(revisions)
        encryption = FileEncryption(of: self)
    }

    private static func updates(_ revisions: [Revision]) -> [Int: [Int]] {
        var updates: [Int: [Int]] = [:]
        for index in revisions.indices.dropFirst() {
            for number in revisions[index].entries.keys {
                updates[number, default: []].append(index)
            }
        }
        return updates
    }

    /// The newest revision.
    public var newest: Revision { revisions[revisions.count - 1] }

    /// The newest trailer. A cross-reference stream's dictionary is one too.
    public var trailer: PDFDictionary { newest.trailer }

    public var isEncrypted: Bool { revisions.contains { $0.trailer["Encrypt"] != nil } }

    /// Why what is encrypted cannot be read: the file needs a password, or a way to open it that is
    /// not known here. Nil if nothing is encrypted, or if the file opens without a password.
    public var lock: PDFError? { encryption.lock }

    public var isHybrid: Bool { revisions.contains(where: \.isHybrid) }

    /// What follows the newest revision's `%%EOF`: empty in a clean file.
    public var trailingBytes: Range<Int> { newest.range.upperBound..<source.count }

    /// The place of an object as of a revision; nil if no section up to it lists the number.
    public func entry(_ number: Int, asOf revision: Int? = nil) -> XRefEntry? {
        let last = lastIndex(revision)
        let update = updates[number]?.last { $0 <= last }
        return revisions[update ?? 0].entries[number]
    }

    func lastIndex(_ revision: Int?) -> Int {
        min(max(0, revision ?? revisions.count - 1), revisions.count - 1)
    }

    private static func headerOffset(_ source: any ByteSource) throws(PDFError) -> Int {
        let start = try source.read(0..<min(1024, source.count))
        let header = Array("%PDF-".utf8)
        guard let offset = start.indices.first(where: { start[$0...].starts(with: header) }) else {
            throw PDFError(.notPDF, "no %PDF- header")
        }
        return offset
    }
}

extension PDFReader {
    /// What an update appended to this file must know.
    public var tail: RevisionTail {
        get throws(PDFError) {
            guard let root = trailer["Root"]?.reference else {
                throw PDFError(.missing, "no /Root in the trailer")
            }
            let last = try source.read(source.count - 1..<source.count)[0]
            return RevisionTail(
                byteCount: source.count, endsWithEOL: last == 0x0A || last == 0x0D,
                startXref: newest.startXref, xrefKind: newest.xrefKind, size: size, root: root,
                info: trailer["Info"]?.reference, firstID: trailer["ID"]?.array?.first?.bytes)
        }
    }

    /// One more than the highest number listed anywhere, or /Size if that is more. Capped, so that
    /// a false /Size does not drive the numbers of new objects beyond what readers accept.
    private var size: Int {
        let highest = revisions.reduce(0) { max($0, $1.entries.keys.max() ?? 0) }
        let stated = trailer["Size"]?.asInteger ?? 0
        return stated <= 8_388_607 ? max(highest + 1, stated) : highest + 1
    }
}
