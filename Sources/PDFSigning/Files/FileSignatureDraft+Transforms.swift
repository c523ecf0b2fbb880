import PDFCore

extension FileSignatureDraft {
    /// What the signature locks stands in it and, where the field is new, in the field too.
    mutating func transforms(
        of target: Target, _ dictionary: inout PDFDictionary
    ) throws -> [SignatureTransform] {
        var transforms =
            signature.certification.map { [SignatureTransform.certification($0)] } ?? []
        guard let lock = try lock(of: target) else { return transforms }
        if target.isNew {
            let id = update.allocate()
            update.set(id, to: .dictionary(lock))
            dictionary["Lock"] = .reference(id)
        }
        transforms.append(.lock(lock, catalog: structure.tail.root))
        return transforms
    }

    /// A lock that the field states is obeyed even if nobody asked for it (§12.7.5.5).
    private func lock(of target: Target) throws -> PDFDictionary? {
        let stated = target.field.dictionary.value["Lock"]
        switch signature.lock {
        case .all: return ["Type": .name("SigFieldLock"), "Action": .name("All")]
        case .own where stated == nil:
            return [
                "Type": .name("SigFieldLock"), "Action": .name("Include"),
                "Fields": [.text(target.field.name)],
            ]
        default: return try state.directLock(stated)
        }
    }

    mutating func certify(by signature: ObjectID) throws {
        let old = structure.catalog.dictionary.value["Perms"]
        var permissions = try state.reader.optionalDictionary(old) ?? [:]
        // The usage rights of the unsigned file do not survive the change.
        permissions["UR"] = nil
        permissions["UR3"] = nil
        permissions["DocMDP"] = .reference(signature)
        structure.catalog.dictionary.value["Perms"] = .dictionary(permissions)
        update.set(structure.catalog)
    }
}
