internal import CQREncode

/// The modules of a QR code (ISO/IEC 18004), error correction level M.
struct QRCode {
    private let width: Int
    private let modules: [UInt8]
    /// Clear modules around the code that readers need (ISO/IEC 18004, 6.3.8 asks for 4).
    private static let quietZone = 4

    init(_ text: String) throws(PDFTextError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty,
            let code = QRcode_encodeData(CInt(bytes.count), bytes, 0, QR_ECLEVEL_M)
        else { throw .noQRCode }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        modules = Array(UnsafeBufferPointer(start: code.pointee.data, count: width * width))
    }

    /// One rectangle for each row's stretch of dark modules.
    func rectangles(x: Double, y: Double, side: Double) -> [Rectangle] {
        let module = side / Double(width + 2 * Self.quietZone)
        return (0..<width).flatMap { row in
            stretches(row).map { columns in
                Rectangle(
                    x: x + Double(columns.lowerBound + Self.quietZone) * module,
                    y: y + side - Double(row + 1 + Self.quietZone) * module,
                    width: Double(columns.count) * module, height: module)
            }
        }
    }

    private func stretches(_ row: Int) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for column in 0..<width where modules[row * width + column] & 1 == 1 {
            if let last = stretches.last, last.upperBound == column {
                stretches[stretches.count - 1] = last.lowerBound..<column + 1
            } else {
                stretches.append(column..<column + 1)
            }
        }
        return stretches
    }
}
