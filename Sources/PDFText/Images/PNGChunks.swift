/// The chunks of a PNG file that its picture needs (clause 11).
struct PNGChunks {
    let header: PNGHeader
    private(set) var palette: [UInt8] = []
    private(set) var transparency: [UInt8] = []
    private(set) var data: [UInt8] = []

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let byteLimit = 16 << 20

    init(_ bytes: [UInt8], pixelLimit: Int) throws(PDFTextError) {
        guard bytes.count <= Self.byteLimit else {
            throw .unusableImage("\(bytes.count) bytes")
        }
        guard bytes.starts(with: Self.signature) else { throw .unusableImage("not a PNG file") }
        var rest = bytes.dropFirst(Self.signature.count)
        let first = try Self.next(&rest)
        guard first.type == "IHDR" else { throw .unusableImage("no header") }
        header = try PNGHeader(first.body, pixelLimit: pixelLimit)
        while true {
            let chunk = try Self.next(&rest)
            if chunk.type == "IEND" { return }
            try take(chunk)
        }
    }

    private mutating func take(
        _ chunk: (type: String, body: ArraySlice<UInt8>)
    ) throws(PDFTextError) {
        switch chunk.type {
        case "IDAT": data += chunk.body
        case "tRNS": transparency = Array(chunk.body)
        case "PLTE":
            guard chunk.body.count % 3 == 0, chunk.body.count <= 768 else {
                throw .unusableImage("a malformed palette")
            }
            palette = Array(chunk.body)
        default:
            // A capital letter first: who does not know the chunk cannot show the picture.
            guard chunk.type.first?.isLowercase == true else {
                throw .unusableImage("an unknown chunk")
            }
        }
    }

    /// Length, type, body and a checksum: damage shows when the picture is decoded.
    private static func next(
        _ rest: inout ArraySlice<UInt8>
    ) throws(PDFTextError) -> (type: String, body: ArraySlice<UInt8>) {
        guard rest.count >= 12 else { throw .unusableImage("cut off") }
        let start = rest.startIndex
        let count = number(rest[start..<start + 4])
        guard count <= rest.count - 12 else { throw .unusableImage("cut off") }
        let type = String(decoding: rest[start + 4..<start + 8], as: UTF8.self)
        let body = rest[start + 8..<start + 8 + count]
        rest = rest.dropFirst(12 + count)
        return (type, body)
    }

    static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
