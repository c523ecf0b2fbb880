import PDFCore

/// A small file whose only object stream inflates beyond every limit.
enum Bomb {
    static func pdf(inflatingTo byteCount: Int) throws -> [UInt8] {
        // Zeros deflate a thousandfold, and their deflation once more.
        let body = Flate.deflate([UInt8](repeating: 0x20, count: byteCount), level: 9)
        var file = Array("%PDF-1.7\n".utf8)
        let stream = file.count
        file += Array(
            """
            1 0 obj
            << /Type /ObjStm /N 2 /First 10 /Filter /FlateDecode /Length \(body.count) >>
            stream\n
            """.utf8)
        file += body + Array("\nendstream\nendobj\n".utf8)
        let table = file.count
        file += entries(stream: stream, table: table)
        return file + Array("startxref\n\(table)\n%%EOF\n".utf8)
    }

    /// Catalog 2 and page tree 3 lie in the object stream 1; the section itself is object 4.
    private static func entries(stream: Int, table: Int) -> [UInt8] {
        func entry(_ kind: UInt8, _ value: Int, _ index: UInt8) -> [UInt8] {
            [kind] + stride(from: 24, through: 0, by: -8).map { UInt8(value >> $0 & 255) } + [index]
        }
        let rows =
            entry(0, 0, 255) + entry(1, stream, 0) + entry(2, 1, 0) + entry(2, 1, 1)
            + entry(1, table, 0)
        let head = """
            4 0 obj
            << /Type /XRef /Size 5 /W [1 4 1] /Root 2 0 R /Length \(rows.count) >>
            stream\n
            """
        return Array(head.utf8) + rows + Array("\nendstream\nendobj\n".utf8)
    }
}
