import PDFCore

/// Bytes of a PDF whose objects lie in object streams, made by hand so that the streams can be as
/// hostile as they like.
struct StreamedFile {
    private(set) var bytes: [UInt8] = Array("%PDF-1.7\n".utf8)
    /// The fields of cross-reference rows, by object number.
    private var rows: [Int: (kind: UInt8, second: Int, third: UInt8)] = [:]

    mutating func add(_ number: Int, _ text: String) {
        rows[number] = (1, bytes.count, 0)
        bytes += Array("\(number) 0 obj\n\(text)\nendobj\n".utf8)
    }

    private mutating func addStream(_ number: Int, _ entries: String, _ body: [UInt8]) {
        rows[number] = (1, bytes.count, 0)
        bytes += Array("\(number) 0 obj\n<<\(entries)/Length \(body.count)>>\nstream\n".utf8)
        bytes += body + Array("\nendstream\nendobj\n".utf8)
    }

    /// A compressed stream that ends in so many spaces.
    mutating func addStream(_ number: Int, _ entries: String, _ text: String, padding: Int) {
        let body = Array(text.utf8) + [UInt8](repeating: 0x20, count: padding)
        addStream(number, entries + "/Filter/FlateDecode", Flate.deflate(body))
    }

    /// An object stream of these objects.
    mutating func add(_ number: Int, holding objects: [(number: Int, text: String)], padding: Int) {
        var (directory, texts) = ("", "")
        for (index, object) in objects.enumerated() {
            directory += "\(object.number) \(texts.utf8.count) "
            texts += object.text + " "
            rows[object.number] = (2, number, UInt8(index))
        }
        let entries = "/Type/ObjStm/N \(objects.count)/First \(directory.utf8.count)"
        addStream(number, entries, directory + texts, padding: padding)
    }

    /// The file, closed by a cross-reference stream that is followed by so many zeros.
    func finished(padding: Int = 0) -> [UInt8] {
        var file = self
        let start = bytes.count
        let size = (rows.keys.max() ?? 0) + 2
        file.rows[size - 1] = (1, start, 0)
        var body: [UInt8] = []
        for number in 0..<size {
            let row = file.rows[number] ?? (0, 0, 0)
            let second = (0..<4).reversed().map {
                UInt8(truncatingIfNeeded: row.second >> ($0 * 8))
            }
            body += [row.kind] + second + [row.third]
        }
        body += [UInt8](repeating: 0, count: padding)
        let entries = "/Type/XRef/Size \(size)/Root 1 0 R/W[1 4 1]/Filter/FlateDecode"
        file.addStream(size - 1, entries, Flate.deflate(body))
        return file.bytes + Array("startxref\n\(start)\n%%EOF\n".utf8)
    }
}

extension StreamedFile {
    /// One page and an empty form, all in plain sight.
    static func document() -> StreamedFile {
        var file = StreamedFile()
        file.add(1, "<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>")
        file.add(2, "<</Type/Pages/Kids[4 0 R]/Count 1>>")
        file.add(3, "<</Fields[]/SigFlags 3>>")
        file.add(4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
        return file
    }
}
