internal import PDFCore

/// A PNG file (ISO/IEC 15948) that a PDF can show: not interlaced, of any colour type and depth.
///
/// The bytes may be hostile: sizes are bounded before anything is decoded, and what a viewer will
/// have to decode was decoded here once.
public struct PNGImage: RasterImage {
    public let width: Int
    public let height: Int

    let header: PNGHeader
    /// RGB triples.
    let palette: [UInt8]
    /// tRNS: alpha by palette index, or the samples of the colour that is transparent.
    let transparency: [UInt8]
    /// zlib data as in the file: every row begins with its filter.
    let compressed: [UInt8]
    /// The same, decompressed.
    let rows: [UInt8]

    /// - Parameter pixelLimit: more than any stamp or photograph of one needs.
    /// - Throws: ``PDFTextError/unusableImage(_:)``.
    public init(_ bytes: [UInt8], pixelLimit: Int = 25_000_000) throws(PDFTextError) {
        let chunks = try PNGChunks(bytes, pixelLimit: pixelLimit)
        header = chunks.header
        (width, height) = (header.width, header.height)
        palette = chunks.palette
        transparency = chunks.transparency
        compressed = chunks.data
        rows = try Self.rows(chunks.data, header)
        guard header.kind != .palette || !palette.isEmpty else {
            throw .unusableImage("no palette")
        }
    }

    private static func rows(
        _ data: [UInt8], _ header: PNGHeader
    ) throws(PDFTextError) -> [UInt8] {
        let count = header.height * (1 + header.rowByteCount)
        guard let rows = try? Flate.inflate(data, limit: count), rows.count == count else {
            throw .unusableImage("damaged or incomplete")
        }
        let filters = stride(from: 0, to: count, by: 1 + header.rowByteCount)
        guard filters.allSatisfy({ rows[$0] <= 4 }) else {
            throw .unusableImage("an unknown row filter")
        }
        return rows
    }
}

/// IHDR, judged (clause 11.2.2).
struct PNGHeader: Hashable {
    enum Kind: UInt8 {
        case gray = 0
        case color = 2
        case palette = 3
        case grayAlpha = 4
        case colorAlpha = 6
    }

    let width: Int
    let height: Int
    /// Bits of a sample.
    let depth: Int
    let kind: Kind

    init(_ body: ArraySlice<UInt8>, pixelLimit: Int) throws(PDFTextError) {
        let bytes = Array(body)
        guard bytes.count == 13, let kind = Kind(rawValue: bytes[9]) else {
            throw .unusableImage("a malformed header")
        }
        width = PNGChunks.number(bytes[0..<4])
        height = PNGChunks.number(bytes[4..<8])
        depth = Int(bytes[8])
        self.kind = kind
        guard width > 0, height > 0, width <= pixelLimit, height <= pixelLimit,
            width * height <= pixelLimit
        else { throw .unusableImage("\(width) × \(height) pixels") }
        guard kind.depths.contains(depth), bytes[10] == 0, bytes[11] == 0 else {
            throw .unusableImage("an unknown coding")
        }
        guard bytes[12] == 0 else { throw .unusableImage("interlaced") }
    }

    var samplesPerPixel: Int {
        switch kind {
        case .gray, .palette: 1
        case .grayAlpha: 2
        case .color: 3
        case .colorAlpha: 4
        }
    }

    /// Without the filter's number.
    var rowByteCount: Int { (width * samplesPerPixel * depth + 7) / 8 }
}

extension PNGHeader.Kind {
    fileprivate var depths: [Int] {
        switch self {
        case .gray: [1, 2, 4, 8, 16]
        case .palette: [1, 2, 4, 8]
        case .color, .grayAlpha, .colorAlpha: [8, 16]
        }
    }
}
