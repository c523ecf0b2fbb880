import Domain
import HTTPCommon

extension JSONField {
    /// A text; a number counts as it is spelled, and an empty text as absent.
    func looseText() throws(Refusal) -> String? {
        switch value {
        case .null: nil
        case .string(let text): text.isEmpty ? nil : text
        case .number(let spelling): spelling
        default: throw malformed
        }
    }

    /// The same, of so many characters at most.
    func looseText(limit: Int) throws(Refusal) -> String? {
        guard let text = try looseText() else { return nil }
        // A character has a byte at least, and bytes are counted already.
        if text.utf8.count <= limit { return text }
        guard text.count <= limit else { throw .invalid(path: path, .tooLong(limit: limit)) }
        return text
    }

    /// Digits, as a number or as a text.
    func looseNumber() throws(Refusal) -> Int? {
        guard let text = try looseText() else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
            throw malformed
        }
        return number
    }

    /// `true`, or one of the texts that clients write for it (contract, row 17).
    func looseBoolean() throws(Refusal) -> Bool? {
        if case .boolean(let boolean) = value { return boolean }
        guard let text = try looseText() else { return nil }
        guard let boolean = EntryOrder.ticks[text.lowercased()] else { throw malformed }
        return boolean
    }

    /// Absent reads as `nil`, which an empty list does not.
    func optionalElements() throws(Refusal) -> [JSONField]? {
        isAbsent ? nil : try elements()
    }

    /// The first of these members that is there; the first of all where none is.
    func member(of names: String...) throws(Refusal) -> JSONField {
        for name in names.dropLast() {
            let member = try member(name)
            if !member.isAbsent { return member }
        }
        return try member(names[names.count - 1])
    }

    /// What stands in the root member of version 1; the body itself where it is not wrapped.
    func unwrapped(_ root: WireRoot) throws(Refusal) -> JSONField {
        let inner = try member("\(root.name)")
        return inner.isAbsent ? self : inner
    }
}
