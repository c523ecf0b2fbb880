import PDFCore

/// A signature dictionary as it stands in the file, and what it covers (ISO 32000-2, 12.8.1).
struct SignatureValue {
    let field: FormField
    let id: ObjectID?
    private(set) var dictionary = PDFDictionary()
    private(set) var limits = ChangeLimits()
    /// What is signed, if /ByteRange says so in a sensible way; whether it may say so is another
    /// question.
    private(set) var coverage: SignedBytes?
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
        if dictionary.isDocumentTimestamp { return .documentTimestamp }
        return limits.certification.map { .certification($0) } ?? .approval
    }

    mutating func add(_ problem: VerificationProblem) { problems.append(problem) }

    private func unusable(_ reason: String) -> VerificationProblem {
        VerificationProblem(.unusableSignature, reason, object: id)
    }

    private mutating func read(_ reader: PDFReader) throws {
        guard let id else { throw unusable("the signature is no object of its own") }
        guard let dictionary = try reader.object(id).dictionary else {
            throw unusable("the signature is no dictionary")
        }
        self.dictionary = dictionary
        contents = dictionary["Contents"]?.bytes ?? []
        coverage = SignedBytes(dictionary["ByteRange"], of: reader.source.count)
        try checkForm()
        // The limits are reported even where the rest is not in order.
        limits = try limits(reader, asOf: reader.revisions.count - 1)
        try checkGap(reader, id)
        try findRevision(reader)
        try checkPlace(reader, id)
    }

    private func checkForm() throws {
        guard !dictionary.hasDuplicateKeys else {
            throw VerificationProblem(
                .signatureWrapping, "a key of the signature occurs twice", object: id)
        }
        let isTimestamp = dictionary["SubFilter"]?.name == "ETSI.RFC3161"
        guard (dictionary["Type"]?.name == "DocTimeStamp") == isTimestamp else {
            throw unusable("/Type and /SubFilter do not fit together")
        }
    }

    private func checkGap(_ reader: PDFReader, _ id: ObjectID) throws {
        guard contents.contains(where: { $0 != 0 }) else {
            throw unusable("/Contents is missing or empty")
        }
        guard let place = try reader.place(of: "Contents", in: id),
            try reader.source.read(place.lowerBound..<place.lowerBound + 1) == [0x3C]
        else { throw unusable("/Contents is no hexadecimal string in plain sight") }
        guard let coverage else { throw unusable("/ByteRange is missing or senseless") }
        guard coverage.gap == place else {
            throw VerificationProblem(
                .signatureWrapping, "/ByteRange leaves out something else than /Contents",
                object: id)
        }
    }

    private func limits(_ reader: PDFReader, asOf revision: Int) throws -> ChangeLimits {
        let field = try reader.object(field.id, asOf: revision).dictionary ?? [:]
        return try ChangeLimits(dictionary, of: field, in: reader, asOf: revision)
    }

    /// The revision that ends where the signed bytes do: its last end of line may be left out, and
    /// white space behind it may be signed too.
    private mutating func findRevision(_ reader: PDFReader) throws {
        let end = coverage?.end ?? 0
        let index = reader.revisions.lastIndex { $0.range.upperBound <= end + 2 }
        guard let index, try reader.isWhitespace(between: end, and: reader.revisions[index])
        else {
            throw VerificationProblem(.coverage, "the signed bytes end within a revision")
        }
        revision = index
        limits = try limits(reader, asOf: index)
    }

    /// The dictionary must be of the signed revision, and the field must have had it from then on.
    private func checkPlace(_ reader: PDFReader, _ id: ObjectID) throws {
        guard let revision, let gap = coverage?.gap,
            reader.revisions[revision].range.contains(gap.lowerBound)
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
}

extension PDFReader {
    fileprivate func isWhitespace(
        between end: Int, and revision: Revision
    ) throws(PDFError) -> Bool {
        let ends = [end, revision.range.upperBound].sorted()
        guard ends[1] - ends[0] <= 4096 else { return false }
        return try isWhitespace(ends[0]..<ends[1])
    }
}
