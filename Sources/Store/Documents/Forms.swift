internal import Domain
internal import SQLText

/// The forms of documents that changes create: fields without what the sender wrote into them. Documents of one
/// template share theirs, so a form is stored once, by its hash (docs/decisions/0016-forms.md).
struct Forms {
    /// To be performed before the documents are written.
    private(set) var writes: [Write] = []
    /// Documents that are made together mostly have the same form.
    private var last: (fields: [Field], hash: ContentHash)?

    /// `nil` where the document has no fields, or is there already.
    mutating func hash(ofFormOf change: Change) throws -> ContentHash? {
        let document = change.after
        guard change.before == nil else { return nil }
        guard !document.fields.isEmpty else { return nil }
        let blank = document.fields.map { $0.filled(with: nil) }
        if let last, last.fields == blank { return last.hash }
        let text = try JSONText(blank)
        let hash = ContentHash(of: Array(text.text.utf8))
        writes.append(
            Write(
                """
                INSERT INTO form (account_id, hash, fields)
                VALUES (\(document.account), \(hash), \(text))
                ON CONFLICT (account_id, hash) DO NOTHING
                """))
        last = (blank, hash)
        return hash
    }
}

extension Document {
    /// What the sender wrote into fields, by their ids.
    var prefilledText: JSONText<[String: FieldValue]>? {
        get throws {
            let written = fields.compactMap { field in field.prefilled.map { (field.id, $0) } }
            guard !written.isEmpty else { return nil }
            return try JSONText(Dictionary(written) { first, _ in first })
        }
    }
}

extension Row {
    /// The form's fields with what the sender wrote into them.
    func fields() throws -> [Field] {
        guard let form = try value("fields", as: JSONText<[Field]>?.self) else { return [] }
        let prefilled = try value("prefilled", as: JSONText<[String: FieldValue]>?.self)
        guard let prefilled else { return form.value }
        return form.value.map { $0.filled(with: prefilled.value[$0.id]) }
    }
}

extension Field {
    fileprivate func filled(with value: FieldValue?) -> Field {
        var field = self
        field.prefilled = value
        return field
    }
}
