import PDFCore

/// What a widget shows on screen: a form XObject and where it goes.
struct WidgetAppearance {
    /// The appearance stream, as it lies in the file.
    let stream: ObjectID
    let dictionary: PDFDictionary
    let body: Range<Int>
    /// Maps the appearance, its own /Matrix applied, onto the page.
    let placement: AffineMap
    /// Optional content that the widget belongs to.
    let optionalContent: PDFObject?

    /// Nil if the widget has no appearance, or one that marks nothing.
    init?(of widget: Widget, in reader: PDFReader) throws {
        guard let id = try Self.stream(of: widget.dictionary, in: reader),
            case .stream(let dictionary, let body) = try reader.object(id),
            let placement = try Self.placement(of: dictionary, on: widget.rect, in: reader)
        else { return nil }
        stream = id
        self.dictionary = dictionary
        self.body = body
        self.placement = placement
        optionalContent = widget.dictionary["OC"]
    }

    /// The normal appearance, or the one that /AS chooses among several.
    private static func stream(of widget: PDFDictionary, in reader: PDFReader) throws -> ObjectID? {
        guard let appearances = try reader.optionalDictionary(widget["AP"]),
            let normal = appearances["N"]
        else { return nil }
        if let id = normal.reference, case .stream = try reader.object(id) { return id }
        guard let states = try reader.optionalDictionary(normal),
            let state = try reader.name(widget["AS"]),
            let id = states[state]?.reference, case .stream = try reader.object(id)
        else { return nil }
        return id
    }

    /// ISO 32000-2 §12.5.5, algorithm "appearance streams": the transformed /BBox fills /Rect.
    private static func placement(
        of form: PDFDictionary, on rect: PDFRectangle, in reader: PDFReader
    ) throws -> AffineMap? {
        guard let box = PDFRectangle(.numbers(try reader.numbers(form["BBox"]))) else { return nil }
        let bounds = AffineMap(try reader.numbers(form["Matrix"])).bounds(of: box)
        return AffineMap(bounds, onto: rect)
    }
}

extension WidgetAppearance {
    /// The object to draw: the stream itself where it is complete, else a completed copy.
    func xObject(
        from reader: PDFReader, defaultResources: PDFObject?, into update: inout IncrementalUpdate
    ) throws -> ObjectID {
        let isForm = dictionary["Subtype"]?.name == "Form"
        let resources = try completeResources(from: reader, defaultResources)
        if isForm, resources == nil, optionalContent == nil { return stream }
        var copy = dictionary
        copy["Type"] = .name("XObject")
        copy["Subtype"] = .name("Form")
        copy["Resources"] = resources ?? dictionary["Resources"]
        copy["OC"] = dictionary["OC"] ?? optionalContent
        let id = update.allocate()
        update.set(id, toStream: copy, body: try reader.source.read(body))
        return id
    }

    /// What an appearance does not name itself it finds in the form's resources, which go with the
    /// form. Nil if its own resources suffice.
    private func completeResources(
        from reader: PDFReader, _ defaults: PDFObject?
    ) throws -> PDFObject? {
        guard var own = try reader.optionalDictionary(dictionary["Resources"]) else {
            return defaults ?? [:]
        }
        let shared = try reader.optionalDictionary(defaults)
        guard let fonts = try reader.optionalDictionary(shared?["Font"]), !fonts.isEmpty else {
            return nil
        }
        var complete = try reader.optionalDictionary(own["Font"]) ?? [:]
        let known = complete.count
        for (name, font) in fonts where complete[name] == nil { complete[name] = font }
        guard complete.count > known, try selectsFont(from: reader) else { return nil }
        own["Font"] = .dictionary(complete)
        return .dictionary(own)
    }

    /// Whether the content sets text at all; undecodable content is left alone.
    private func selectsFont(from reader: PDFReader) throws -> Bool {
        let content = try? reader.streamData(.stream(dictionary, body: body))
        return content?.split(whereSeparator: { $0 <= 0x20 }).contains {
            $0.elementsEqual("Tf".utf8)
        }
            ?? false
    }
}
