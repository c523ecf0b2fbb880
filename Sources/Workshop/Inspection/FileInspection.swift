import Domain
import PDFCore
import PDFSigning

/// Reads one upload and finds what it is (the rules of the base: first match decides).
struct FileInspection: Codable, Sendable {
    let file: String
    /// Where a repaired copy may be written.
    let copy: String

    func finding() throws -> FileFinding {
        do {
            return .readable(try facts())
        } catch {
            guard let trouble = FileTrouble(causedBy: error) else { throw error }
            return .unusable(trouble)
        }
    }

    private func facts() throws -> FileFacts {
        let source = try FileSource(path: file)
        guard source.count > 0 else { throw FileTrouble.empty }
        let cleanness = Cleanness(of: source, limits: .wholeFile)
        if cleanness.allowsStrictReading, let facts = try facts(ifReadable: source) {
            if facts.isSigned { return try signedFacts(facts, cleanness, source) }
            if cleanness.isClean, isSound(source) { return try facts.unsigned(isClean: true) }
        }
        return try repairedFacts(cleanness)
    }

    /// `nil` for a file that needs repair. One beyond the limits is not given to libqpdf, which
    /// has none.
    private func facts(ifReadable source: FileSource) throws -> UploadFacts? {
        do {
            return try strictFacts(of: source)
        } catch let error as PDFError where error.code != .limit {
            return nil
        }
    }

    private func strictFacts(of source: FileSource) throws -> UploadFacts {
        try UploadInspector(try PDFReader(source, limits: .wholeFile)).facts()
    }

    private func signedFacts(
        _ facts: UploadFacts, _ cleanness: Cleanness, _ source: FileSource
    ) throws(FileTrouble) -> FileFacts {
        let signed = try facts.signed(cleanness)
        try EarlierSignatures(in: source).check(count: signed.signatureCount)
        return signed
    }

    /// Whether every object can be read strictly: what is kept byte for byte should mean the same
    /// to every reader.
    private func isSound(_ source: FileSource) -> Bool {
        guard let reader = try? PDFReader(source, limits: .wholeFile) else { return false }
        return reader.everyObject.allSatisfy { (try? reader.object($0)) != nil }
    }

    /// What only libqpdf can read is judged by its repaired copy, by the same inspector.
    private func repairedFacts(_ cleanness: Cleanness) throws -> FileFacts {
        let repaired = try RepairedFile(path: file)
        guard repaired.pageCount <= PDFLimits().pages else { throw FileTrouble.tooManyPages }
        try Normalisation(files: [file], output: copy).run()
        let facts = try strictFacts(of: try FileSource(path: copy))
        guard !facts.isSigned else {
            _ = try facts.signed(cleanness)
            throw FileTrouble.signedAndDamaged
        }
        return try facts.unsigned(isClean: false)
    }
}

extension PDFReader {
    /// The objects in use; those of one object stream follow each other.
    fileprivate var everyObject: [ObjectID] {
        var plain: [ObjectID] = []
        var compressed: [(stream: Int, id: ObjectID)] = []
        for number in Set(revisions.flatMap(\.entries.keys)) {
            switch entry(number) {
            case .plain(_, let generation): plain.append(ObjectID(number, generation))
            case .compressed(let stream, _): compressed.append((stream, ObjectID(number, 0)))
            case .free, nil: continue
            }
        }
        return plain + compressed.sorted { $0.stream < $1.stream }.map(\.id)
    }
}

extension Cleanness {
    /// Whether the strict reader sees the file as it is.
    fileprivate var allowsStrictReading: Bool {
        reasons.allSatisfy { reason in
            switch reason {
            case .hybrid, .fragmented, .wrongSize, .trailingBytes, .headerNotFirst, .headerVersion,
                .strayTrailerEntry, .unusualPredictor:
                true
            case .damaged, .wrongOffset, .encrypted: false
            }
        }
    }

    /// Why an incremental update cannot be put on a signed file, which may not be rewritten.
    var signedTrouble: FileTrouble? {
        for reason in reasons {
            switch reason {
            case .encrypted: return .signedAndEncrypted
            case .hybrid: return .signedAndHybrid
            case .damaged, .wrongOffset, .headerNotFirst, .headerVersion, .trailingBytes:
                return .signedAndDamaged
            // Such things stand in many a file that validators confirm.
            case .fragmented, .wrongSize, .strayTrailerEntry, .unusualPredictor: continue
            }
        }
        return nil
    }
}
