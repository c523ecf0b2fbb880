public import PDFCore

/// A content stream and the resources it needs.
public struct Content: Sendable {
    /// The operators, uncompressed.
    public let operators: [UInt8]
    /// A /Resources dictionary: the fonts used.
    public let resources: PDFDictionary

    /// The operators as the dictionary and body of a compressed stream.
    public var stream: (dictionary: PDFDictionary, body: [UInt8]) {
        (["Filter": .name("FlateDecode")], Flate.deflate(operators, level: 9))
    }

    /// A form XObject of this size (ISO 32000-2, 8.10), as a widget's normal appearance.
    public func form(_ size: Size) -> (dictionary: PDFDictionary, body: [UInt8]) {
        var (dictionary, body) = stream
        dictionary["Type"] = .name("XObject")
        dictionary["Subtype"] = .name("Form")
        dictionary["BBox"] = .numbers([0, 0, size.width, size.height])
        dictionary["Resources"] = .dictionary(resources)
        return (dictionary, body)
    }
}

extension ContentCanvas {
    /// The content stream, after embedding the glyphs that the shelf lacks.
    public func content(
        on shelf: inout FontShelf, into update: inout IncrementalUpdate
    ) throws(PDFTextError) -> Content {
        try shelf.embed(blocks, into: &update)
        return content(on: shelf)
    }

    /// The content stream with fonts that are on the shelf already; what they lack is left out.
    public func content(on shelf: FontShelf) -> Content {
        var painter = Painter(shelf: shelf)
        for mark in marks { painter.paint(mark) }
        return Content(operators: painter.operators.bytes, resources: painter.resources)
    }
}
