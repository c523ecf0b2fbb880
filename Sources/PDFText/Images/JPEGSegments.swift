/// The marker segments of a JPEG file (ISO/IEC 10918-1, annex B) that its picture needs.
///
/// Comments and what cameras and programs tell of themselves, places among it, are left out.
struct JPEGSegments {
    /// Start of image to end of image.
    private(set) var kept: [UInt8] = [0xFF, 0xD8]
    private(set) var frame: JPEGFrame?
    /// How the picture is to be turned for showing, 1 to 8 (Exif, tag 0x0112).
    private(set) var orientation = 1

    private var scanCount = 0
    private var rest: ArraySlice<UInt8>
    private let pixelLimit: Int

    /// Progressive pictures have about ten; hundreds only keep viewers busy.
    private static let scanLimit = 64

    init(_ bytes: [UInt8], pixelLimit: Int) throws(PDFTextError) {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else {
            throw .unusableImage("not a JPEG file")
        }
        rest = bytes.dropFirst(2)
        self.pixelLimit = pixelLimit
        while true {
            let marker = try marker()
            if marker == 0xD9 { break }
            try take(marker, try body())
        }
        guard scanCount > 0 else { throw .unusableImage("no picture") }
        kept += [0xFF, 0xD9]
    }

    /// What may precede a marker is filled with 0xFF (B.1.1.2).
    private mutating func marker() throws(PDFTextError) -> UInt8 {
        guard rest.popFirst() == 0xFF else { throw .unusableImage("damaged or incomplete") }
        while rest.first == 0xFF { rest.removeFirst() }
        guard let marker = rest.popFirst() else { throw .unusableImage("cut off") }
        return marker
    }

    private mutating func body() throws(PDFTextError) -> ArraySlice<UInt8> {
        let count = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        guard count >= 2, count <= rest.count else { throw .unusableImage("cut off") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// - Parameter body: begins with its length.
    private mutating func take(
        _ marker: UInt8, _ body: ArraySlice<UInt8>
    ) throws(PDFTextError) {
        switch marker {
        case 0xC0...0xC2:
            guard frame == nil else { throw .unusableImage("two pictures") }
            frame = try JPEGFrame(body.dropFirst(2), pixelLimit: pixelLimit)
            keep(marker, body)
        case 0xC4, 0xDB, 0xDD: keep(marker, body)
        case 0xDA: try takeScan(body)
        case 0xEE where body.dropFirst(2).starts(with: "Adobe".utf8): keep(marker, body)
        case 0xE1: orientation = ExifOrientation(body.dropFirst(2))?.number ?? orientation
        case 0xE0...0xEF, 0xFE: break
        default: throw .unusableImage("an unknown coding")
        }
    }

    private mutating func keep(_ marker: UInt8, _ body: ArraySlice<UInt8>) {
        kept += [0xFF, marker]
        kept += body
    }

    /// Coded data runs to the next marker that is neither a stuffed zero nor a restart (B.1.1.5).
    private mutating func takeScan(_ header: ArraySlice<UInt8>) throws(PDFTextError) {
        scanCount += 1
        guard frame != nil, scanCount <= Self.scanLimit else {
            throw .unusableImage("an unknown coding")
        }
        keep(0xDA, header)
        var end = rest.startIndex
        while let place = rest[end...].firstIndex(of: 0xFF), place + 1 < rest.endIndex {
            let next = rest[place + 1]
            guard next == 0 || (0xD0...0xD7).contains(next) else {
                kept += rest[..<place]
                rest = rest[place...]
                return
            }
            end = place + 2
        }
        throw .unusableImage("cut off")
    }
}

/// The frame header (B.2.2).
struct JPEGFrame {
    let width: Int
    let height: Int
    /// One is gray; three are colours.
    let componentCount: Int

    init(_ body: ArraySlice<UInt8>, pixelLimit: Int) throws(PDFTextError) {
        let bytes = Array(body)
        guard bytes.count >= 6, bytes[0] == 8, bytes.count == 6 + 3 * Int(bytes[5]) else {
            throw .unusableImage("a malformed header")
        }
        height = Int(bytes[1]) << 8 | Int(bytes[2])
        width = Int(bytes[3]) << 8 | Int(bytes[4])
        componentCount = Int(bytes[5])
        guard width > 0, height > 0, width * height <= pixelLimit else {
            throw .unusableImage("\(width) × \(height) pixels")
        }
        guard componentCount == 1 || componentCount == 3 else {
            throw .unusableImage("\(componentCount) colour components")
        }
    }
}
