/// Builds small, well-formed PDF files object by object, with an xref table.
///
/// Object 1 is always the catalog; the others follow in the order in which they are added.
public struct SamplePDF {
    private var objects: [[UInt8]] = []

    public init() {}

    /// Adds an object of this text and returns its number.
    @discardableResult
    public mutating func add(_ text: String) -> Int {
        objects.append(Array(text.utf8))
        return objects.count
    }

    /// Adds a stream; `entries` are the dictionary's, without /Length.
    @discardableResult
    public mutating func addStream(_ entries: String, _ body: String) -> Int {
        add("<< \(entries) /Length \(body.utf8.count) >>\nstream\n\(body)\nendstream")
    }

    /// The whole file; `trailer` holds entries besides /Size and /Root.
    public func bytes(trailer: String = "/ID [<00112233445566778899AABBCCDDEEFF> <00>]") -> [UInt8]
    {
        var file = Array("%PDF-1.7\n%\u{E2}\u{E3}\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = file.count
        let lines = offsets.map { Self.padded($0) + " 00000 n \n" }.joined()
        let table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n\(lines)"
        let size = "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R \(trailer) >>\n"
        return file + Array("\(table)\(size)startxref\n\(start)\n%%EOF\n".utf8)
    }

    private static func padded(_ offset: Int) -> String {
        let digits = String(offset)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }
}

extension SamplePDF {
    /// A document of plain pages, each saying its number, all A4.
    public static func plain(pages: Int = 1) -> SamplePDF {
        var file = SamplePDF()
        let kids = (0..<pages).map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>")
        file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        for number in 0..<pages {
            file.add(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]
                /Resources << /Font << /F1 3 0 R >> >> /Contents \(5 + 2 * number) 0 R >>
                """)
            file.addStream("", "BT /F1 24 Tf 72 760 Td (Contract page \(number + 1)) Tj ET")
        }
        return file
    }

    /// One page with a comment, its list of annotations an object of its own; the comment is too,
    /// or stands in the list.
    public static func commented(inList isInList: Bool = false) -> SamplePDF {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add(
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >>
            /Contents 4 0 R /Annots 5 0 R >>
            """)
        file.addStream("", "0 0 10 10 re f")
        let note = "<< /Type /Annot /Subtype /Text /Rect [20 20 40 40] /Contents (note) >>"
        file.add(isInList ? "[\(note)]" : "[6 0 R]")
        file.add(note)
        return file
    }

    /// Pages three levels deep, with size, rotation and resources inherited from the nodes above.
    public static func deepTree() -> SamplePDF {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add(
            """
            << /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 /MediaBox [0 0 400 300] /Rotate 90
            /Resources << /Font << /F1 8 0 R >> >> >>
            """)
        file.add("<< /Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1 >>")
        file.add("<< /Type /Page /Parent 3 0 R /Contents 5 0 R >>")
        file.addStream("", "BT /F1 18 Tf 40 200 Td (Deep page) Tj ET")
        file.add("<< /Type /Page /Parent 2 0 R /Contents [7 0 R] /Rotate 0 >>")
        file.addStream("", "BT /F1 18 Tf 40 200 Td (Upper page) Tj ET")
        file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        return file
    }

    /// One page with fields whose appearances are left to the viewer.
    public static func formWithoutAppearances() -> SamplePDF {
        var file = SamplePDF()
        file.add(
            """
            << /Type /Catalog /Pages 2 0 R /AcroForm << /NeedAppearances true /Fields [4 0 R 5 0 R 6 0 R]
            /DA (/Helv 0 Tf 0 g) >> >>
            """)
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R 5 0 R 6 0 R] >>")
        file.add(
            """
            << /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [72 600 272 620] /Q 2
            /V <FEFF041804320430043D> >>
            """)
        file.add(
            """
            << /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (city) /V (b) /DA (/Helv 11 Tf)
            /Opt [[(a) (Bern)] [(b) (Busan)]] /Rect [72 560 272 580] >>
            """)
        file.add(
            """
            << /Type /Annot /Subtype /Widget /FT /Tx /Ff 8192 /T (password) /V (swordfish)
            /Rect [72 520 272 540] >>
            """)
        return file
    }

    /// One page with a filled text field, a ticked box, a hidden field and an empty signature field.
    ///
    /// - Parameter leaningOnTheForm: the text field's appearance names no font of its own, only
    ///   that of the form's /DR, which some viewers find and some do not.
    public static func form(leaningOnTheForm: Bool = true) -> SamplePDF {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R /OpenAction [4 0 R /Fit] >>")
        file.add("<< /Type /Pages /Kids [4 0 R] /Count 1 >>")
        file.add(
            """
            << /Fields [7 0 R 8 0 R 9 0 R 10 0 R] /DR << /Font << /Helv 6 0 R >> >>
            /DA (/Helv 12 Tf 0 g) /NeedAppearances false >>
            """)
        file.add(
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R
            /Resources << /Font << /F1 6 0 R >> >> /Annots [7 0 R 8 0 R 9 0 R 10 0 R 15 0 R] >>
            """)
        file.addStream("", "BT /F1 24 Tf 72 760 Td (Form) Tj ET 2 0 0 2 50 50 cm")
        file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        file.add(
            """
            << /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Filled value) /Rect [72 600 272 630]
            /P 4 0 R /AP << /N 11 0 R >> >>
            """)
        file.add(
            """
            << /Type /Annot /Subtype /Widget /FT /Btn /T (agree) /V /Yes /AS /Yes /P 4 0 R
            /Rect [72 550 92 570] /AP << /N << /Yes 12 0 R /Off 13 0 R >> >> >>
            """)
        file.add(
            """
            << /Type /Annot /Subtype /Widget /FT /Tx /T (secret) /V (Hidden value) /F 2 /P 4 0 R
            /Rect [72 500 272 530] /AP << /N 14 0 R >> >>
            """)
        file.add("<< /Type /Annot /Subtype /Widget /FT /Sig /T (p01) /Rect [0 0 0 0] /P 4 0 R >>")
        let font = "/Resources << /Font << /Helv 6 0 R >> >>"
        let form = "/Type /XObject /Subtype /Form"
        file.addStream(
            "\(form) /BBox [0 0 100 15] \(leaningOnTheForm ? "" : font)",
            "BT /Helv 6 Tf 2 4 Td (Filled value) Tj ET")
        file.addStream("\(form) /BBox [0 0 20 20] \(font)", "BT /Helv 9 Tf 1 4 Td (Tick) Tj ET")
        file.addStream("\(form) /BBox [0 0 20 20] \(font)", "BT /Helv 9 Tf 1 4 Td (None) Tj ET")
        file.addStream(
            "\(form) /BBox [0 0 200 30] \(font)", "BT /Helv 12 Tf 2 9 Td (Hidden value) Tj ET")
        file.add(
            """
            << /Type /Annot /Subtype /Link /Rect [72 400 200 420] /P 4 0 R
            /A << /S /URI /URI (https://example.org/) >> >>
            """)
        return file
    }
}
