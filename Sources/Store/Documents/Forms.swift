internal import Domain
internal import SQLText
internal import Synchronization

/// The forms of new documents: fields without what the sender wrote into them. Documents of one
/// template share theirs, so a form is stored once, by its hash (docs/decisions/0016-forms.md).
final class Forms: Sendable {
    struct Form: Sendable {
        let hash: ContentHash
        /// To be performed before the document is written; a form that is there stays.
        let write: Write
    }

    /// Documents that are made together mostly have the same form.
    private let last = Mutex<(account: AccountID, fields: [Field], form: Form)?>(nil)

    /// `nil` where the document has no fields, or is there already.
    func form(of change: Change) throws -> Form? {
        let document = change.after
        guard change.before == nil, !document.fields.isEmpty else { return nil }
        let blank = document.fields.map { $0.filled(with: nil) }
        return try last.withLock { last in
            if let last, last.account == document.account, last.fields == blank {
                return last.form
            }
            let form = try Form(of: blank, in: document.account)
            last = (document.account, blank, form)
            return form
        }
    }
}

extension Forms.Form {
    fileprivate init(of fields: [Field], in account: AccountID) throws {
        let text = try JSONText(fields)
        let hash = ContentHash(of: Array(text.text.utf8))
        self.hash = hash
        write = Write(
            """
            INSERT INTO form (account_id, hash, fields)
            VALUES (\(account), \(hash), \(text))
            ON CONFLICT (account_id, hash) DO NOTHING
            """)
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
