import PDFCore

/// A PNG file put together by hand.
struct PNGSample {
    var width = 2
    var height = 2
    var depth: UInt8 = 8
    var kind: UInt8 = 2
    var interlace: UInt8 = 0
    var palette: [UInt8]?
    var transparency: [UInt8]?
    /// Each row with the number of its filter.
    var rows: [[UInt8]]

    var bytes: [UInt8] {
        var header = Self.number(width) + Self.number(height)
        header += [depth, kind, 0, 0, interlace]
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes += Self.chunk("IHDR", header)
        if let palette { bytes += Self.chunk("PLTE", palette) }
        if let transparency { bytes += Self.chunk("tRNS", transparency) }
        bytes += Self.chunk("IDAT", Flate.deflate(Array(rows.joined())))
        return bytes + Self.chunk("IEND", [])
    }

    static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
        number(body.count) + Array(type.utf8) + body + [0, 0, 0, 0]
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// Red on the left, blue on the right, in every way that PNG knows.
    static let flags: [PNGSample] = [
        PNGSample(rows: [[0, 255, 0, 0, 0, 0, 255], [2, 0, 0, 0, 0, 0, 0]]),
        PNGSample(
            depth: 16,
            rows: Array(repeating: [0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255], count: 2)),
        PNGSample(kind: 3, palette: [255, 0, 0, 0, 0, 255], rows: [[0, 0, 1], [0, 0, 1]]),
        PNGSample(
            depth: 1, kind: 3, palette: [255, 0, 0, 0, 0, 255], rows: [[0, 0x40], [0, 0x40]]),
        PNGSample(
            kind: 6, rows: Array(repeating: [0, 255, 0, 0, 255, 0, 0, 255, 255], count: 2)),
    ]

    /// Red on the left, nothing on the right.
    static let halves: [PNGSample] = [
        PNGSample(kind: 6, rows: Array(repeating: [0, 255, 0, 0, 255, 0, 0, 255, 0], count: 2)),
        PNGSample(
            kind: 3, palette: [255, 0, 0, 0, 0, 255], transparency: [255, 0],
            rows: [[0, 0, 1], [0, 0, 1]]),
        PNGSample(
            transparency: [0, 0, 0, 0, 0, 255],
            rows: Array(repeating: [0, 255, 0, 0, 0, 0, 255], count: 2)),
    ]
}
