import PDFCore

/// What a signature lets others change after it (ISO 32000-2, 12.8.2.2 and 12.8.2.4).
struct ChangeLimits {
    /// From a DocMDP transform: this signature certifies the document.
    private(set) var certification: CertificationLevel?
    /// From the field's /Lock (12.7.5.5).
    private var lockLevel: CertificationLevel?
    private var locks: [FieldLock] = []

    init() {}

    /// As a revision has them; nil is the newest.
    init(
        _ signature: PDFDictionary, of field: PDFDictionary, in reader: PDFReader,
        asOf revision: Int? = nil
    ) throws(PDFError) {
        let view = RevisionView(reader, revision)
        for reference in try view.elements(signature["Reference"]) {
            guard let reference = try view.resolve(reference).dictionary else { continue }
            let parameters = try view.resolve(reference["TransformParams"]).dictionary ?? [:]
            switch try view.resolve(reference["TransformMethod"]).name {
            case "DocMDP":
                let level = try Self.level(parameters, view) ?? .formFilling
                certification = certification.map { min($0, level) } ?? level
            case "FieldMDP": locks.append(try FieldLock(parameters, view))
            default: break
            }
        }
        if let lock = try view.resolve(field["Lock"]).dictionary {
            locks.append(try FieldLock(lock, view))
            lockLevel = try Self.level(lock, view)
        }
    }

    /// An unknown level allows nothing.
    private static func level(
        _ parameters: PDFDictionary, _ view: RevisionView
    ) throws(PDFError) -> CertificationLevel? {
        guard let level = try view.resolve(parameters["P"]).asInteger else { return nil }
        return CertificationLevel(rawValue: level) ?? .noChanges
    }

    /// The stricter of what it certifies and what it locks; nil if it says neither.
    var level: CertificationLevel? {
        [certification, lockLevel].compactMap(\.self).min()
    }

    /// Whether only validation data and document timestamps may follow.
    var allowsNothing: Bool { level == .noChanges }

    func locks(_ name: String) -> Bool { locks.contains { $0.holds(name) } }
}

extension CertificationLevel: Comparable {
    /// The stricter one is less.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The fields that a signature locks.
private struct FieldLock {
    private enum Action {
        case all
        case include
        case exclude
    }

    private let action: Action
    private let names: Set<String>

    init(_ parameters: PDFDictionary, _ view: RevisionView) throws(PDFError) {
        switch try view.resolve(parameters["Action"]).name {
        // Names that cannot be decrypted cannot be compared: the lock is taken for one of all.
        case _ where view.isLocked: action = .all
        case "Include": action = .include
        case "Exclude": action = .exclude
        default: action = .all
        }
        var names: Set<String> = []
        for element in try view.elements(parameters["Fields"]) {
            if let name = try view.resolve(element).textValue { names.insert(name) }
        }
        self.names = names
    }

    /// A name stands for its descendants too.
    func holds(_ name: String) -> Bool {
        switch action {
        case .all: true
        case .include: isNamed(name)
        case .exclude: !isNamed(name)
        }
    }

    private func isNamed(_ name: String) -> Bool {
        names.contains(name)
            || name.indices.contains { name[$0] == "." && names.contains(String(name[..<$0])) }
    }
}

/// A reader of the file as of one revision.
private struct RevisionView {
    private let reader: PDFReader
    private let revision: Int?

    init(_ reader: PDFReader, _ revision: Int?) {
        (self.reader, self.revision) = (reader, revision)
    }

    var isLocked: Bool { reader.lock != nil }

    func resolve(_ object: PDFObject?) throws(PDFError) -> PDFObject {
        try reader.resolve(object, asOf: revision)
    }

    func elements(_ object: PDFObject?) throws(PDFError) -> [PDFObject] {
        try resolve(object).array ?? []
    }
}
