import PDFCore

/// What an annotation can do to a page that somebody certified with annotations allowed.
///
/// Free text, stamps, redactions and drawings can hide what was certified or show something else
/// in its place (evil annotation attack, 2021), so even the third level of certification lets in
/// only what comments and marks text.
enum AnnotationKind {
    case comment
    case other

    private static let comments: Set<PDFName> = [
        "Text", "Popup", "Highlight", "Underline", "StrikeOut", "Squiggly",
    ]

    init(
        _ annotation: PDFDictionary, in reader: PDFReader, asOf revision: Int
    ) throws(PDFError) {
        let kind = try reader.resolve(annotation["Subtype"], asOf: revision).name
        let acts = annotation["A"] != nil || annotation["AA"] != nil || annotation["OC"] != nil
        guard let kind, Self.comments.contains(kind), annotation["FT"] == nil, !acts,
            try Self.isPlain(annotation["AP"], in: reader, asOf: revision)
        else {
            self = .other
            return
        }
        self = .comment
    }

    /// Whether an appearance shows neither text nor images: then it can mark, but not say.
    private static func isPlain(
        _ appearance: PDFObject?, in reader: PDFReader, asOf revision: Int
    ) throws(PDFError) -> Bool {
        guard let appearance else { return true }
        let occasions = try reader.resolve(appearance, asOf: revision).dictionary ?? [:]
        for (_, value) in occasions {
            guard let id = value.reference,
                case .stream(let form, _) = try reader.object(id, asOf: revision),
                try isPlain(form, in: reader, asOf: revision),
                try isPlain(content: reader.streamData(id, asOf: revision))
            else { return false }
        }
        return true
    }

    /// Graphics states alone: a highlight needs one to multiply.
    private static func isPlain(
        _ form: PDFDictionary, in reader: PDFReader, asOf revision: Int
    ) throws(PDFError) -> Bool {
        let resources = try reader.resolve(form["Resources"], asOf: revision).dictionary ?? [:]
        return resources.allSatisfy { $0.key == "ExtGState" || $0.key == "ProcSet" }
    }

    /// No image within the content itself.
    private static func isPlain(content: [UInt8]) -> Bool {
        !content.split { $0 <= 0x20 }.contains { $0.elementsEqual("BI".utf8) }
    }
}
