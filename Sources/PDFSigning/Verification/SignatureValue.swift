import PDFCore

/// A signature dictionary as it stands in the file, and what it covers (ISO 32000-2, 12.8.1).
struct SignatureValue {
    let field: FormField
    let id: ObjectID?
    private(set) var dictionary = PDFDictionary()
    private(set) var limits = ChangeLimits()
    /// Where the signed bytes pause, for the signature's own value, and where they end.
    private(set) var gap: Range<Int>?
    private(set) var end = 0
    private(set) var contents: [UInt8] = []
    private(set) var revision: Int?
    private(set) var problems: [VerificationProblem] = []

    /// Nil if the field has no value.
    init?(_ field: FormField, in reader: PDFReader) {
        guard let value = field.value, !value.isNull else { return nil }
        self.field = field
        id = value.reference
        do {
            try read(reader)
        } catch let problem as VerificationProblem {
            problems.append(problem)
        } catch let error as PDFError {
            problems.append(VerificationProblem(error))
        } catch {
            problems.append(VerificationProblem(.unreadable, "\(error)"))
        }
    }

    var kind: SignatureReport.Kind {
        if dictionary["Type"]?.name == "DocTimeStamp" { return .documentTimestamp }
        return limits.certification.map { .certification($0) } ?? .approval
    }

    private func unusable(_ reason: String) -> VerificationProblem {
        VerificationProblem(.unusableSignature, reason, object: id)
    }

    private mutating func read(_ reader: PDFReader) throws {
        guard let id else { throw unusable("the signature is no object of its own") }
        dictionary = try reader.dictionary(.reference(id))
        limits = try ChangeLimits(dictionary, of: field, in: reader)
        guard !dictionary.hasDuplicateKeys else { throw unusable("a key occurs twice") }
        try readContents(reader, id)
        try readByteRange(reader)
        try findRevision(reader)
        try checkPlace(reader, id)
    }

    private mutating func readContents(_ reader: PDFReader, _ id: ObjectID) throws {
        guard let bytes = dictionary["Contents"]?.bytes, bytes.contains(where: { $0 != 0 }) else {
            throw unusable("/Contents is missing or empty")
        }
        contents = bytes
        gap = try reader.place(of: "Contents", in: id)
        guard let gap, try reader.source.read(gap.lowerBound..<gap.lowerBound + 1) == [0x3C]
        else { throw unusable("/Contents is no hexadecimal string in plain sight") }
    }

    private mutating func readByteRange(_ reader: PDFReader) throws {
        let numbers = dictionary["ByteRange"]?.array?.map { $0.asInteger ?? -1 } ?? []
        let count = reader.source.count
        guard numbers.count == 4, numbers.allSatisfy({ (0...count).contains($0) }),
            numbers[0] == 0, numbers[1] > 0, numbers[3] > 0, numbers[2] <= count - numbers[3]
        else { throw unusable("/ByteRange is missing or senseless") }
        guard numbers[1] < numbers[2], numbers[1]..<numbers[2] == gap else {
            throw VerificationProblem(
                .signatureWrapping, "/ByteRange leaves out something else than /Contents",
                object: id)
        }
        end = numbers[2] + numbers[3]
    }

    /// The revision whose last byte is signed; its last end of line may be left out.
    private mutating func findRevision(_ reader: PDFReader) throws {
        let candidates = reader.revisions.indices.filter {
            (0...2).contains(reader.revisions[$0].range.upperBound - end)
        }
        guard let index = candidates.first,
            try reader.isWhitespace(end..<reader.revisions[index].range.upperBound)
        else {
            throw VerificationProblem(.coverage, "the signed bytes end within a revision")
        }
        revision = index
    }

    /// The dictionary must be of the signed revision, and the field must have had it from then on.
    private func checkPlace(_ reader: PDFReader, _ id: ObjectID) throws {
        guard let revision, let gap, reader.revisions[revision].range.contains(gap.lowerBound)
        else {
            throw VerificationProblem(
                .coverage, "the signature stands in another revision than it covers", object: id)
        }
        guard reader.entry(id.number, asOf: revision) == reader.entry(id.number) else {
            throw VerificationProblem(.shadow, "the signature was rewritten later", object: id)
        }
        let then = try reader.object(field.id, asOf: revision).dictionary
        guard then?["V"] == .reference(id) else {
            throw VerificationProblem(
                .signatureWrapping, "the field had another value when it was signed",
                object: field.id)
        }
    }

    mutating func add(_ problem: VerificationProblem) { problems.append(problem) }
}
