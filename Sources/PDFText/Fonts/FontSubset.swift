internal import CHarfBuzz
internal import PDFCore

/// A subset of one typeface as PDF objects: a Type0 font whose codes are the glyph numbers of
/// the font file (ISO 32000-2, 9.7: Identity-H).
struct FontSubset {
    let face: Typeface
    /// Glyph numbers with their text.
    let glyphs: [Int: String]

    /// Writes the font's five objects and returns the Type0 font's id.
    func write(into update: inout IncrementalUpdate) throws(PDFTextError) -> ObjectID {
        let file = try FontProgram(face: face, glyphs: glyphs.keys).bytes()
        let (font, descendant, descriptor) = (
            update.allocate(), update.allocate(), update.allocate()
        )
        let (program, toUnicode) = (update.allocate(), update.allocate())
        update.set(font, to: type0(descendant: descendant, toUnicode: toUnicode))
        update.set(descendant, to: cidFont(descriptor: descriptor))
        update.set(descriptor, to: .dictionary(fontDescriptor(program: program)))
        update.set(program, toCompressed: programDictionary(byteCount: file.count), file)
        update.set(toUnicode, toCompressed: [:], ToUnicodeMap(glyphs: glyphs).bytes)
        return font
    }

    private func type0(descendant: ObjectID, toUnicode: ObjectID) -> PDFObject {
        [
            "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name(baseFont),
            "Encoding": .name("Identity-H"), "DescendantFonts": [.reference(descendant)],
            "ToUnicode": .reference(toUnicode),
        ]
    }

    private func cidFont(descriptor: ObjectID) -> PDFObject {
        var font: PDFDictionary = [
            "Type": .name("Font"),
            "Subtype": .name(face.isCFF ? "CIDFontType0" : "CIDFontType2"),
            "BaseFont": .name(baseFont),
            "CIDSystemInfo": [
                "Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": 0,
            ],
            "FontDescriptor": .reference(descriptor), "DW": 0, "W": widths,
        ]
        if !face.isCFF { font["CIDToGIDMap"] = .name("Identity") }
        return .dictionary(font)
    }

    /// Consecutive glyphs share one array: `[3 [318] 36 [684.1 686]]` (9.7.4.3).
    private var widths: PDFObject {
        var runs: [(first: Int, widths: [PDFObject])] = []
        for glyph in glyphs.keys.sorted() {
            let width = PDFObject(face.width(of: UInt16(glyph)))
            if let last = runs.last, last.first + last.widths.count == glyph {
                runs[runs.count - 1].widths.append(width)
            } else {
                runs.append((glyph, [width]))
            }
        }
        return .array(runs.flatMap { [.integer($0.first), .array($0.widths)] })
    }

    private func fontDescriptor(program: ObjectID) -> PDFDictionary {
        let box = FontTables(face: face.face).boundingBox.map { face.thousandths($0) }
        let ascent = face.metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, or: 800)
        return [
            "Type": .name("FontDescriptor"), "FontName": .name(baseFont),
            // Symbolic: the codes are no standard encoding (9.8.2).
            "Flags": 4, "FontBBox": .array(box.map { .integer($0) }), "ItalicAngle": 0,
            "Ascent": .integer(ascent),
            "Descent": .integer(face.metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, or: -200)),
            "CapHeight": .integer(face.metric(HB_OT_METRICS_TAG_CAP_HEIGHT, or: ascent)),
            "StemV": 80,
            face.isCFF ? "FontFile3" : "FontFile2": .reference(program),
        ]
    }

    private func programDictionary(byteCount: Int) -> PDFDictionary {
        face.isCFF ? ["Subtype": .name("OpenType")] : ["Length1": .integer(byteCount)]
    }

    /// The subset's tag: six letters that depend on its glyphs (9.9.2).
    private var baseFont: PDFName {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for glyph in glyphs.keys.sorted() {
            hash = (hash ^ UInt64(glyph)) &* 0x0000_0100_0000_01B3
        }
        var tag = ""
        for _ in 0..<6 {
            tag.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
            hash /= 26
        }
        return PDFName("\(tag)+\(face.key.name)")
    }
}

extension IncrementalUpdate {
    /// A stream compressed with Flate.
    mutating func set(
        _ id: ObjectID, toCompressed dictionary: PDFDictionary, _ bytes: [UInt8]
    ) {
        var dictionary = dictionary
        dictionary["Filter"] = .name("FlateDecode")
        set(id, toStream: dictionary, body: Flate.deflate(bytes, level: 9))
    }
}
