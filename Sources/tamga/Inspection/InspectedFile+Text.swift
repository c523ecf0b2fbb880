import PDFSigning

extension InspectedFile {
    /// The description for people.
    var text: String {
        let lines =
            [headline] + traits + revisions.map(\.line) + pages.map(\.line)
            + fields.map(\.line) + signatures.map(\.line) + troubles
        return lines.map(\.printable).joined(separator: "\n")
    }

    private var headline: String {
        let version = version.map { "PDF \($0)" } ?? "PDF of unknown version"
        return "\(file): \(version), \(byteCount) bytes, \(pageCount) pages"
    }

    private var traits: [String] {
        var traits: [String] = []
        if linearized { traits.append("  linearized") }
        if hybrid { traits.append("  hybrid cross-references") }
        if let encryption {
            let handler = encryption.filter ?? "an unnamed handler"
            traits.append("  encrypted by \(handler): fields and signatures are not read")
        }
        return traits
    }

    private var troubles: [String] {
        damage.map { "  not clean: \($0)" }
            + (repairedPageCount.map { ["  can be repaired: \($0) pages"] } ?? [])
    }
}

extension InspectedFile.RevisionRow {
    fileprivate var line: String {
        "  revision \(number): \(length) bytes from \(offset), xref \(xref), \(objects) objects"
    }
}

extension InspectedFile.PageRow {
    fileprivate var line: String {
        let pages = first == last ? "page \(first)" : "pages \(first)-\(last)"
        let crop = cropBox == mediaBox ? "" : ", crop box \(Self.text(cropBox))"
        let turn = rotation == 0 ? "" : ", rotated by \(rotation)"
        return "  \(pages): \(Self.text(mediaBox))\(crop)\(turn)"
    }

    private static func text(_ box: [Double]) -> String {
        "[" + box.map(number).joined(separator: " ") + "]"
    }

    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}

extension InspectedFile.FieldRow {
    fileprivate var line: String {
        let kind = type.map {
            ["Tx": "text", "Btn": "button", "Ch": "choice", "Sig": "signature"][$0] ?? $0
        }
        let state = [visible ? "visible" : "invisible", filled ? "filled" : "empty"]
        return "  field \(name): \(([kind ?? "no type"] + state).joined(separator: ", "))"
    }
}

extension InspectedFile.SignatureRow {
    fileprivate var line: String {
        let kind = documentTimestamp ? "document timestamp" : "signature"
        let level = certification.map { ", certifies with level \($0)" } ?? ""
        return "  \(kind) \(field): \(subFilter ?? "no /SubFilter"), \(extent)\(level)"
    }

    private var extent: String {
        switch (coverage, revision) {
        case ("wholeFile", _): "covers the whole file"
        case (_, let revision?): "covers revision \(revision)"
        default: "covers no whole revision"
        }
    }
}
