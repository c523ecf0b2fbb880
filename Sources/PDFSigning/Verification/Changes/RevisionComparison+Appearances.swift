import PDFCore

extension RevisionComparison {
    /// A field may draw its appearance anew in place, if nothing else shows the same object.
    mutating func isOwnAppearance(
        _ id: ObjectID, _ old: IndirectObject, _ new: IndirectObject
    ) throws(PDFError) -> Bool {
        guard isDrawnAlike(old, new), survey.count(id) == 1, let owner = owners[id],
            let field = fields.members[owner]
        else { return false }
        if field.type == "Sig", try !isSignedNow(field.field) { return false }
        try noteFilling(of: field, owner)
        return true
    }

    /// A form XObject stays one, a dictionary of appearances stays one.
    private func isDrawnAlike(_ old: IndirectObject, _ new: IndirectObject) -> Bool {
        switch (old, new) {
        case (.stream(let before, _), .stream(let after, _)):
            before["Subtype"]?.name == "Form" && after["Subtype"]?.name == "Form"
        case (.object(.dictionary), .object(.dictionary)): true
        default: false
        }
    }

    func isSignedNow(_ id: ObjectID) throws(PDFError) -> Bool {
        let before = try reader.object(id, asOf: older).dictionary
        let after = try reader.object(id, asOf: newer).dictionary
        return before?.present("V") == nil && after?.present("V") != nil
    }

    /// The fields and widgets by the objects that draw them, as of the older revision.
    func appearanceOwners() -> [ObjectID: ObjectID] {
        var owners: [ObjectID: ObjectID] = [:]
        for id in fields.members.keys {
            guard let widget = try? reader.object(id, asOf: older).dictionary else { continue }
            note(widget["AP"], of: id, depth: 2, in: &owners)
        }
        return owners
    }

    /// Appearances by occasion, below them states, below them streams (12.5.5).
    private func note(
        _ object: PDFObject?, of id: ObjectID, depth: Int, in owners: inout [ObjectID: ObjectID]
    ) {
        var object = object
        if let reference = object?.reference {
            owners[reference] = id
            // What two show is nobody's own, nor is what lies below it.
            guard depth > 0, survey.count(reference) == 1,
                let target = try? reader.object(reference, asOf: older),
                case .object(let direct) = target
            else { return }
            object = direct
        }
        guard depth > 0, let dictionary = object?.dictionary else { return }
        for (_, value) in dictionary { note(value, of: id, depth: depth - 1, in: &owners) }
    }
}
