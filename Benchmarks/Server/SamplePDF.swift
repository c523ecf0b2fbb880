import Foundation

/// A readable one-page PDF of about the given size: an attachment-like stream pads it.
enum SamplePDF {
    static func file(byteCount: Int) throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: "tamga-\(byteCount).pdf")
        try bytes(byteCount: byteCount).write(to: url)
        return url
    }

    private static func bytes(byteCount: Int) -> Data {
        var pdf = Data("%PDF-1.7\n%\u{e2}\n".utf8)
        var offsets: [Int] = []
        func add(_ body: Data) {
            offsets.append(pdf.count)
            pdf.append(Data("\(offsets.count) 0 obj\n".utf8) + body + Data("\nendobj\n".utf8))
        }
        var random = SystemRandomNumberGenerator()
        let padding = max(0, byteCount - 1_000)
        var noise = Data(capacity: padding + 8)
        while noise.count < padding {
            withUnsafeBytes(of: random.next()) { noise.append(contentsOf: $0) }
        }
        let text = Data("BT /F1 24 Tf 72 720 Td (Contract) Tj ET".utf8)
        add(Data("<</Type/Catalog/Pages 2 0 R>>".utf8))
        add(Data("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8))
        add(
            Data(
                """
                <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
                /Resources<</Font<</F1 5 0 R>>>>/PieceInfo<</Pad 6 0 R>>>>
                """.utf8))
        add(stream(text))
        add(Data("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".utf8))
        add(stream(noise))
        let start = pdf.count
        pdf.append(Data("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8))
        for offset in offsets {
            pdf.append(Data(String(format: "%010d 00000 n \n", offset).utf8))
        }
        pdf.append(
            Data(
                "trailer\n<</Size \(offsets.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
                    .utf8))
        return pdf
    }

    private static func stream(_ body: Data) -> Data {
        Data("<</Length \(body.count)>>stream\n".utf8) + body + Data("\nendstream".utf8)
    }
}
