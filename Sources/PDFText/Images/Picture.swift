public import PDFCore

/// A picture that somebody sent, read once and ready to be shown: from then on it is copied.
///
/// It can be stored, so that who reads foreign bytes need not be who writes the file.
public struct Picture: RasterImage, Hashable, Codable {
    /// What a picture may be at most.
    public struct Limits: Hashable, Codable, Sendable {
        public var byteCount: Int
        public var pixelCount: Int

        /// 512 KiB and 4 megapixels: enough for any stamp.
        public init(byteCount: Int = 512 << 10, pixelCount: Int = 4_000_000) {
            self.byteCount = byteCount
            self.pixelCount = pixelCount
        }
    }

    public let width: Int
    public let height: Int
    private let drawing: ObjectGroup

    /// Reads a PNG or a JPEG file.
    ///
    /// Throws ``PDFTextError/unusableImage(_:)``, which names what it is where it is none of both.
    public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(PDFTextError) {
        guard bytes.count <= limits.byteCount else {
            throw .unusableImage("\(bytes.count) bytes")
        }
        switch FileKind(bytes) {
        case .png: try self.init(PNGImage(bytes, pixelLimit: limits.pixelCount))
        case .jpeg: try self.init(JPEGImage(bytes, pixelLimit: limits.pixelCount))
        case let kind: throw .unusableImage("\(kind.rawValue), neither PNG nor JPEG")
        }
    }

    private init(_ image: some RasterImage) throws(PDFTextError) {
        (width, height) = (image.width, image.height)
        drawing = try ObjectGroup { update throws(PDFTextError) in
            try image.write(into: &update)
        }
        guard drawing.byteCount <= Self.drawingByteLimit else {
            throw .unusableImage("\(drawing.byteCount) bytes when shown")
        }
    }

    /// A PNG with transparency is written anew, which can make it longer, and it goes into every
    /// copy of the document.
    private static let drawingByteLimit = 4 << 20

    public func write(into update: inout IncrementalUpdate) -> ObjectID {
        drawing.add(to: &update)
    }
}

/// What a file is by its first bytes, whatever it is called.
private enum FileKind: String {
    case png = "a PNG file"
    case jpeg = "a JPEG file"
    case pdf = "a PDF file"
    case svg = "an SVG file"
    case markup = "a file of markup"
    case gif = "a GIF file"
    case webp = "a WebP file"
    case tiff = "a TIFF file"
    case bitmap = "a BMP file"
    case media = "a HEIF, AVIF or video file"
    case other = "an unknown file"

    init(_ bytes: [UInt8]) {
        let marks: [(FileKind, [UInt8])] = [
            (.png, [0x89, 0x50, 0x4E, 0x47]), (.jpeg, [0xFF, 0xD8, 0xFF]),
            (.pdf, Array("%PDF-".utf8)), (.gif, Array("GIF8".utf8)),
            (.tiff, [0x49, 0x49, 0x2A, 0]), (.tiff, [0x4D, 0x4D, 0, 0x2A]),
            (.bitmap, Array("BM".utf8)),
        ]
        if let mark = marks.first(where: { bytes.starts(with: $0.1) }) {
            self = mark.0
        } else if bytes.dropFirst(4).starts(with: "ftyp".utf8) {
            self = .media
        } else if bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webp
        } else {
            self = Self(markup: String(decoding: bytes.prefix(1_024), as: UTF8.self))
        }
    }

    private init(markup text: String) {
        let visible = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard visible.first == "<" else {
            self = .other
            return
        }
        self = visible.contains("<svg") ? .svg : .markup
    }
}
