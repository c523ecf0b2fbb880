import Foundation

/// A document of scanned pages, the same bytes in every run.
struct EngineFile {
    let name: String
    let pages: Int
    /// Of each page's image.
    let imageByteCount: Int
    /// How often one signature is made; ten in a row a tenth as often.
    let runs: Int

    static let small = EngineFile(name: "50 KB", pages: 5, imageByteCount: 9_600, runs: 101)
    static let middle = EngineFile(name: "1 MB", pages: 20, imageByteCount: 50_000, runs: 51)
    static let large = EngineFile(name: "45 MB", pages: 45, imageByteCount: 1_000_000, runs: 9)
    static let all = [small, middle, large]
    /// What peers warm up with.
    static let warm = "warm.pdf"

    var path: String { "\(name).pdf" }
    /// Signed by us, for everybody to verify.
    func signed(_ count: Int) -> String { "\(name) signed \(count).pdf" }

    static func write(to folder: URL) throws {
        for file in all { try file.bytes().write(to: folder.appending(path: file.path)) }
        try small.bytes().write(to: folder.appending(path: warm))
    }

    private func bytes() -> Data {
        var pdf = EnginePDF()
        let kids = (0..<pages).map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        pdf.add("<</Type/Catalog/Pages 2 0 R>>")
        pdf.add("<</Type/Pages/Count \(pages)/Kids[\(kids)]>>")
        var noise = Noise()
        for page in 0..<pages {
            pdf.add(
                """
                <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents \(4 + 3 * page) 0 R\
                /Resources<</XObject<</Scan \(5 + 3 * page) 0 R>>>>>>
                """)
            pdf.add(stream: Data("q 595 0 0 842 0 0 cm /Scan Do Q".utf8))
            pdf.add(
                stream: noise.bytes(imageByteCount),
                "/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
                    + "/Width \(imageByteCount / 100)/Height 100")
        }
        return pdf.finished()
    }
}

/// A file with one cross-reference table; the first object is the catalog.
private struct EnginePDF {
    private var bytes = Data("%PDF-1.7\n%\u{e2}\u{e3}\n".utf8)
    private var offsets: [Int] = []

    mutating func add(_ body: String) { add(Data(body.utf8)) }

    mutating func add(stream: Data, _ entries: String = "") {
        let start = Data("<<\(entries)/Length \(stream.count)>>stream\n".utf8)
        add(start + stream + Data("\nendstream".utf8))
    }

    private mutating func add(_ body: Data) {
        offsets.append(bytes.count)
        bytes += Data("\(offsets.count) 0 obj\n".utf8) + body + Data("\nendobj\n".utf8)
    }

    func finished() -> Data {
        let lines = offsets.map { String(format: "%010d 00000 n \n", $0) }.joined()
        let count = offsets.count + 1
        return bytes
            + Data(
                """
                xref\n0 \(count)\n0000000000 65535 f \n\(lines)\
                trailer\n<</Size \(count)/Root 1 0 R/ID[<01><02>]>>\n\
                startxref\n\(bytes.count)\n%%EOF\n
                """.utf8)
    }
}

/// SplitMix64: noise that no filter compresses.
private struct Noise {
    private var state: UInt64 = 1

    mutating func bytes(_ count: Int) -> Data {
        var data = Data(capacity: count + 8)
        while data.count < count {
            withUnsafeBytes(of: next()) { data.append(contentsOf: $0) }
        }
        return data.prefix(count)
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
