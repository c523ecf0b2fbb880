import PDFCore

/// What the signatures of a file forbid to later ones.
struct SignatureHistory {
    private(set) var isCertified = false
    private var forbidsChanges = false
    private var limits: [ChangeLimits] = []
    /// Fields locked by signatures made since the file was opened; nil locks all.
    private var locked: [String?] = []

    init(of fields: [FormField], in reader: PDFReader) throws {
        for field in fields where field.type == "Sig" {
            guard let value = try reader.optionalDictionary(field.value) else { continue }
            let limits = try ChangeLimits(value, of: field.dictionary, in: reader)
            isCertified = isCertified || limits.certification != nil
            forbidsChanges = forbidsChanges || limits.allowsNothing
            self.limits.append(limits)
        }
    }

    /// Notes a signature that was made.
    mutating func add(_ signature: FileSignature, in field: String) {
        isCertified = isCertified || signature.certification != nil
        forbidsChanges = forbidsChanges || signature.certification == .noChanges
        switch signature.lock {
        case .own: locked.append(field)
        case .all: locked.append(nil)
        case nil: break
        }
    }

    func check(_ signature: FileSignature, isSigned: Bool) throws(SigningError) {
        guard !forbidsChanges else { throw .forbidden(.noChanges) }
        guard signature.certification == nil || !isSigned else {
            throw .forbidden(.certificationNotFirst)
        }
        if case .visible = signature.place, isCertified {
            throw .forbidden(.visibleFieldAfterCertification)
        }
    }

    func check(field: String) throws(SigningError) {
        let isLocked =
            limits.contains { $0.locks(field) } || locked.contains { $0 == nil || $0 == field }
        guard !isLocked else { throw .forbidden(.lockedField(field)) }
    }
}
