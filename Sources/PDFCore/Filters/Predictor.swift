/// Undoes the TIFF and PNG predictors of Flate and LZW (ISO 32000-2, 7.4.4.4).
struct Predictor {
    private let kind: Int
    private let pixelLength: Int
    private let rowLength: Int
    private let bits: Int
    private let colors: Int

    init(_ parameters: PDFDictionary) throws(PDFError) {
        kind = parameters["Predictor"]?.asInteger ?? 1
        colors = parameters["Colors"]?.asInteger ?? 1
        bits = parameters["BitsPerComponent"]?.asInteger ?? 8
        let columns = parameters["Columns"]?.asInteger ?? 1
        guard (1...32).contains(colors), [1, 2, 4, 8, 16].contains(bits),
            (1...1_000_000).contains(columns), (1...15).contains(kind)
        else { throw PDFError(.syntax, "malformed predictor parameters") }
        pixelLength = max(1, colors * bits / 8)
        rowLength = (columns * colors * bits + 7) / 8
    }

    func undo(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
        switch kind {
        case 10...15: return try undoPNG(bytes)
        case 2:
            guard bits == 8 else {
                throw PDFError(.unsupported, "a TIFF predictor of \(bits) bits")
            }
            return undoTIFF(bytes)
        default: return bytes
        }
    }

    private func undoTIFF(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for index in bytes.indices where index % rowLength >= colors {
            bytes[index] &+= bytes[index - colors]
        }
        return bytes
    }

    /// Each row begins with the number of its own predictor (PNG, 9.2).
    private func undoPNG(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var above = [UInt8](repeating: 0, count: rowLength)
        var start = 0
        while start < bytes.count {
            let end = min(start + 1 + rowLength, bytes.count)
            var row = Array(bytes[start + 1..<end])
            try undoRow(&row, bytes[start], above)
            output += row
            // A short last row is allowed, but nothing can follow it.
            if row.count == rowLength { above = row }
            start = end
        }
        return output
    }

    private func undoRow(_ row: inout [UInt8], _ kind: UInt8, _ above: [UInt8]) throws(PDFError) {
        for index in row.indices {
            let left = index >= pixelLength ? row[index - pixelLength] : 0
            switch kind {
            case 0: return
            case 1: row[index] &+= left
            case 2: row[index] &+= above[index]
            case 3: row[index] &+= UInt8((Int(left) + Int(above[index])) / 2)
            case 4:
                let corner = index >= pixelLength ? above[index - pixelLength] : 0
                row[index] &+= Self.paeth(Int(left), Int(above[index]), Int(corner))
            default: throw PDFError(.syntax, "an unknown PNG predictor")
            }
        }
    }

    private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
        let estimate = left + above - corner
        let (byLeft, byAbove) = (abs(estimate - left), abs(estimate - above))
        let byCorner = abs(estimate - corner)
        if byLeft <= byAbove && byLeft <= byCorner { return UInt8(left) }
        return UInt8(byAbove <= byCorner ? above : corner)
    }
}

extension Flate {
    /// The samples of rows that each begin with the number of their filter (PNG, clause 9).
    ///
    /// Throws `syntax` for an unknown filter or senseless measures.
    public static func unfiltered(
        _ rows: [UInt8], colors: Int, bitsPerComponent: Int, columns: Int
    ) throws(PDFError) -> [UInt8] {
        try Predictor([
            "Predictor": 15, "Colors": .integer(colors), "Columns": .integer(columns),
            "BitsPerComponent": .integer(bitsPerComponent),
        ]).undo(rows)
    }
}
