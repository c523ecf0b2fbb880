public import PDFCore

extension FileStructure {
    /// Reads as much of the structure as the file allows; what stops the reading is a line of
    /// ``damage``. Never throws: a file that is no PDF has a structure of one such line.
    public init(of source: any ByteSource, limits: PDFLimits = PDFLimits()) {
        byteCount = source.count
        do throws(PDFError) {
            let reader = try PDFReader(source, limits: limits)
            damage = Cleanness(of: reader).reasons.map(\.words)
            noteRevisions(reader)
            version = try Self.version(reader)
            try noteContents(reader)
        } catch {
            damage.append("unreadable: \(error.reason)")
        }
    }

    private mutating func noteRevisions(_ reader: PDFReader) {
        isHybrid = reader.isHybrid
        isLinearized = reader.revisions[0].isLinearized
        revisions = reader.revisions.map { revision in
            RevisionFacts(
                offset: revision.range.lowerBound, length: revision.range.count,
                xref: revision.xrefKind, objectCount: revision.entries.count)
        }
    }

    private static func version(_ reader: PDFReader) throws(PDFError) -> String? {
        let start = reader.headerOffset + "%PDF-".utf8.count
        let digits = try reader.source.read(start..<min(start + 8, reader.source.count))
            .prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }

    private mutating func noteContents(_ reader: PDFReader) throws(PDFError) {
        guard !reader.isEncrypted else {
            encryption = try EncryptionFacts(reader)
            return
        }
        pages = Self.groups(try reader.pages())
        for field in try reader.fields() {
            fields.append(try FieldFacts(field, in: reader))
            guard field.type == "Sig", let value = SignatureValue(field, in: reader) else {
                continue
            }
            signatures.append(SignatureFacts(value, in: reader))
        }
    }

    private static func groups(_ pages: [Page]) -> [PageGroup] {
        var groups: [PageGroup] = []
        for (index, page) in pages.enumerated() {
            let number = index + 1
            let group = PageGroup(number, page)
            if let last = groups.last, last.looksLike(group) {
                groups[groups.count - 1].pages = last.pages.lowerBound...number
            } else {
                groups.append(group)
            }
        }
        return groups
    }
}

extension FileStructure.PageGroup {
    fileprivate init(_ number: Int, _ page: Page) {
        pages = number...number
        mediaBox = page.mediaBox
        cropBox = page.cropBox
        rotation = page.rotation
    }

    fileprivate func looksLike(_ other: Self) -> Bool {
        mediaBox == other.mediaBox && cropBox == other.cropBox && rotation == other.rotation
    }
}

extension FileStructure.EncryptionFacts {
    fileprivate init(_ reader: PDFReader) throws(PDFError) {
        let encrypt = try reader.optionalDictionary(reader.trailer["Encrypt"])
        filter = encrypt?["Filter"]?.name?.text
        version = encrypt?["V"]?.asInteger
        handlerRevision = encrypt?["R"]?.asInteger
        keyLength = encrypt?["Length"]?.asInteger
    }
}

extension FileStructure.FieldFacts {
    fileprivate init(_ field: FormField, in reader: PDFReader) throws(PDFError) {
        name = field.name
        type = field.type?.text
        hasValue = try !reader.resolve(field.value).isNull
        var isVisible = false
        for widget in field.widgets {
            let box = try reader.optionalDictionary(.reference(widget))?["Rect"]
            let rectangle = PDFRectangle(.numbers(try reader.numbers(box)))
            if let rectangle, !rectangle.isEmpty { isVisible = true }
        }
        self.isVisible = isVisible
    }
}

extension FileStructure.SignatureFacts {
    fileprivate init(_ value: SignatureValue, in reader: PDFReader) {
        field = value.field.name
        subFilter = value.dictionary["SubFilter"]?.name?.text
        revision = value.revision.map { $0 + 1 }
        let last = reader.revisions.indices.last
        coverage =
            value.revision.map { index in
                index == last && reader.trailingBytes.isEmpty ? .wholeFile : .revision
            } ?? .partial
        certification = value.limits.certification
        isDocumentTimestamp = value.kind == .documentTimestamp
    }
}
