import PDFCore
import Testing

extension SignedForm {
    mutating func annotate(_ entries: PDFDictionary) throws {
        let page = try page
        try update { update, reader in
            let note = update.allocate()
            update.set(note, to: .dictionary(entries))
            var changed = try reader.dictionary(.reference(page))
            changed["Annots"] = .array((changed["Annots"]?.array ?? []) + [.reference(note)])
            update.set(page, to: .dictionary(changed))
        }
    }

    mutating func add(field entries: PDFDictionary) throws {
        try update { update, reader in
            let field = update.allocate()
            update.set(field, to: .dictionary(entries))
            var form = try reader.dictionary(.reference(ObjectID(3)))
            form["Fields"] = .array((form["Fields"]?.array ?? []) + [.reference(field)])
            update.set(ObjectID(3), to: .dictionary(form))
        }
    }

    /// Replaces the content of a stream.
    mutating func redraw(_ id: ObjectID, _ content: String) throws {
        try update { update, reader in
            let dictionary = try #require(try reader.object(id).dictionary)
            update.set(id, toStream: dictionary, body: Array(content.utf8))
        }
    }

    /// Replaces an object by a text made from its own.
    mutating func rewrite(_ id: ObjectID, _ text: (String) -> String) throws {
        try update { update, reader in
            let old = try reader.object(id).value.serialized
            update.set(id, toSerialized: Array(text(String(decoding: old, as: UTF8.self)).utf8))
        }
    }
}
