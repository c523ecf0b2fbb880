import PDFCore

/// What a signature lets others change after it (ISO 32000-2, 12.8.2.2 and 12.8.2.4).
struct ChangeLimits {
    /// From a DocMDP transform: this signature certifies the document.
    private(set) var certification: CertificationLevel?
    /// From the field's /Lock (12.7.5.5).
    private var lockLevel: CertificationLevel?
    private var locks: [FieldLock] = []

    init() {}

    init(
        _ signature: PDFDictionary, of field: FormField, in reader: PDFReader
    ) throws(PDFError) {
        for reference in try reader.elements(signature["Reference"]) {
            guard let reference = try reader.optionalDictionary(reference) else { continue }
            let parameters = try reader.optionalDictionary(reference["TransformParams"]) ?? [:]
            switch try reader.resolve(reference["TransformMethod"]).name {
            case "DocMDP": certification = try Self.level(parameters, reader) ?? .formFilling
            case "FieldMDP": locks.append(try FieldLock(parameters, in: reader))
            default: break
            }
        }
        if let lock = try reader.optionalDictionary(field.dictionary["Lock"]) {
            locks.append(try FieldLock(lock, in: reader))
            lockLevel = try Self.level(lock, reader)
        }
    }

    /// An unknown level allows nothing.
    private static func level(
        _ parameters: PDFDictionary, _ reader: PDFReader
    ) throws(PDFError) -> CertificationLevel? {
        guard let level = try reader.resolve(parameters["P"]).asInteger else { return nil }
        return CertificationLevel(rawValue: level) ?? .noChanges
    }

    /// Whether only validation data and document timestamps may follow.
    var allowsNothing: Bool { certification == .noChanges || lockLevel == .noChanges }

    func locks(_ name: String) -> Bool { locks.contains { $0.holds(name) } }
}

/// The fields that a signature locks.
private struct FieldLock {
    private enum Action {
        case all
        case include
        case exclude
    }

    private let action: Action
    private let names: [String]

    init(_ parameters: PDFDictionary, in reader: PDFReader) throws(PDFError) {
        switch try reader.resolve(parameters["Action"]).name {
        case "Include": action = .include
        case "Exclude": action = .exclude
        default: action = .all
        }
        var names: [String] = []
        for element in try reader.elements(parameters["Fields"]) {
            if let name = try reader.resolve(element).textValue { names.append(name) }
        }
        self.names = names
    }

    /// A name stands for its descendants too.
    func holds(_ name: String) -> Bool {
        let isNamed = names.contains { name == $0 || name.hasPrefix($0 + ".") }
        return switch action {
        case .all: true
        case .include: isNamed
        case .exclude: !isNamed
        }
    }
}
