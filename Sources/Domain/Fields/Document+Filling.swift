/// What a signer puts into the fields.
public struct Filling: Equatable, Sendable {
    /// As entered, by the fields' ids.
    public let values: [String: FieldValue]
    /// What will stand in the fields, prefilled values among them; pictures are in the file alone.
    public let entries: [String: String]

    public static let empty = Filling(values: [:], entries: [:])

    /// For the trail: whose registered stamps are among them.
    var facts: [String: String] {
        let companies = values.values.compactMap { value in
            if case .picture(let picture) = value { picture.company } else { nil }
        }
        return companies.isEmpty
            ? [:] : ["companyStamp": Set(companies).sorted().joined(separator: ", ")]
    }
}

extension Document {
    /// The recipient's own fields.
    public func fields(of recipient: Recipient) -> [Field] {
        fields.filter { $0.position == recipient.position }
    }

    /// Throws ``Refusal/field(_:)`` for a value of somebody else's field or of none, and for a
    /// field that lacks what it must have. What cannot be drawn is told by the engine.
    func filling(
        of recipient: Recipient, with values: [String: FieldValue]
    ) throws(Refusal) -> Filling {
        let own = fields(of: recipient)
        let known = Set(own.map(\.id))
        if let stranger = values.keys.sorted().first(where: { !known.contains($0) }) {
            throw .field(FieldTrouble(stranger, .notOpen))
        }
        var entries: [String: String] = [:]
        for field in own {
            let value = values[field.id] ?? field.prefilled
            try field.check(value)
            if let text = value?.text { entries[field.id] = text }
        }
        return Filling(values: values, entries: entries)
    }
}

extension Field {
    func check(_ value: FieldValue?) throws(Refusal) {
        guard let value, !value.isEmpty else {
            if isRequired { throw .field(FieldTrouble(id, .missing)) }
            return
        }
        if let format, case .text(let text) = value, !format.admits(text) {
            throw .field(FieldTrouble(id, .wrongFormat))
        }
    }
}

extension FieldValue {
    /// What a required field must not be left with.
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .tick(let isTicked): !isTicked
        case .picture(let picture): picture.data.isEmpty
        case .stored(let blob): blob.byteCount == 0
        }
    }
}
