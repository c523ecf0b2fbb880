extension Template {
    /// The fields with what the order enters: what it says of a party wins over what it says of
    /// all. A key that no field has is refused, for what it was meant for would stay empty.
    func filled(
        _ order: TemplateOrder, _ chosen: [Int: PartyOrder], _ materials: OrderMaterials
    ) throws(Refusal) -> [Field] {
        var fields = fields
        try fill(&fields, order.entries, materials) { _ in true }
        for (position, party) in chosen.sorted(by: { $0.key < $1.key }) {
            try fill(&fields, party.entries, materials) { $0.position == position }
        }
        try order.checkPlaces(of: fields)
        return fields
    }

    private func fill(
        _ fields: inout [Field], _ entries: [EntryOrder], _ materials: OrderMaterials,
        where isMeant: (Field) -> Bool
    ) throws(Refusal) {
        var seen: Set<String> = []
        for entry in entries {
            guard seen.insert(entry.key).inserted else {
                throw .invalid(path: "\(entry.path).key", .repeated)
            }
            let meant = fields.indices.filter { isMeant(fields[$0]) && fields[$0].key == entry.key }
            guard !meant.isEmpty else { throw .invalid(path: "\(entry.path).key", .unknown) }
            for index in meant {
                try checkPicture(entry, for: parties[fields[index].position])
                fields[index].prefilled = try entry.value(for: fields[index], materials)
            }
        }
    }
}

extension Template {
    /// A certificate is what the other signers are known by (contract SignOK, row 17).
    private func checkPicture(
        _ entry: EntryOrder, for party: TemplateParty
    ) throws(Refusal) {
        guard case .picture = entry.value, party.role.method?.isExternal == true else { return }
        throw .invalid(path: "\(entry.path).image", .unsupported)
    }
}

extension TemplateOrder {
    /// Fields that were placed on the template's files are to lie on the order's own as well.
    fileprivate func checkPlaces(of fields: [Field]) throws(Refusal) {
        guard !files.isEmpty else { return }
        let pageCount = files.reduce(0) { $0 + $1.facts.pageCount }
        for field in fields where field.places.contains(where: { $0.page > pageCount }) {
            throw .field(FieldTrouble(field.label, .outsidePage))
        }
    }
}

extension EntryOrder {
    fileprivate func value(
        for field: Field, _ materials: OrderMaterials
    ) throws(Refusal) -> FieldValue {
        switch (field.kind, value) {
        case (.text(let limit), .text(let text)):
            try check(text, limit: limit, field.format)
            return .text(text)
        case (.selectBox(let options), .text(let text)), (.radio(let options), .text(let text)):
            guard options.contains(text) else {
                throw .invalid(path: "\(path).value", .notOneOf(options))
            }
            return .text(text)
        case (.checkbox, .tick(let isTicked)): return .tick(isTicked)
        case (.checkbox, .text(let text)):
            guard let isTicked = Self.ticks[text.lowercased()] else {
                throw .invalid(path: "\(path).value", .notOneOf(["true", "false"]))
            }
            return .tick(isTicked)
        case (.stamp, .picture(let upload)): return materials.picture(upload)
        case (_, .text): throw .invalid(path: "\(path).value", .unsupported)
        case (_, .tick): throw .invalid(path: "\(path).checked", .unsupported)
        case (_, .picture): throw .invalid(path: "\(path).image", .unsupported)
        }
    }

    /// As clients write a tick (contract SignOK, row 17).
    public static let ticks = [
        "true": true, "y": true, "1": true, "false": false, "n": false, "0": false,
    ]

    /// Whether the place has room for the text, and the fonts its characters, layout alone can say.
    private func check(
        _ text: String, limit: Int?, _ format: TextFormat?
    ) throws(Refusal) {
        if let limit, text.unicodeScalars.count > limit {
            throw .invalid(path: "\(path).value", .tooLong(limit: limit))
        }
        if let scalar = text.unicodeScalars.first(where: {
            $0.isUnprintable && !$0.separatesText
        }) {
            throw .invalid(path: "\(path).value", .unprintable(scalar))
        }
        if let format, !text.isEmpty, !format.admits(text) {
            throw .invalid(path: "\(path).value", .malformed)
        }
    }
}
