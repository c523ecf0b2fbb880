public import Domain
public import PDFSigning
import PDFText

extension Field {
    /// The field as the layout has it.
    ///
    /// - Parameters:
    ///   - owners: the names of the recipients' signature fields, by position.
    ///   - pageHeights: of the pages as they are shown, in points.
    /// - Throws: ``FieldTrouble`` for a recipient or a page that there is not.
    public func slot(
        owners: [String], pageHeights: [Double]
    ) throws(FieldTrouble) -> FormSlot {
        guard owners.indices.contains(position) else { throw FieldTrouble(id, .malformed) }
        var slots: [FormSlot.Place] = []
        for place in places {
            guard pageHeights.indices.contains(place.page - 1) else {
                throw FieldTrouble(id, .outsidePage)
            }
            slots.append(place.slot(below: pageHeights[place.page - 1]))
        }
        return FormSlot(
            key: id, owner: owners[position], kind: kind.slot, places: slots, label: label,
            isRequired: isRequired, prefilled: try prefilled.map(entry))
    }

    private func entry(_ value: FieldValue) throws(FieldTrouble) -> FormEntry {
        guard let entry = FormEntry(value) else { throw FieldTrouble(id, .unusablePicture) }
        return entry
    }
}

extension Field.Place {
    fileprivate func slot(below top: Double) -> FormSlot.Place {
        FormSlot.Place(
            page: .base(page - 1),
            rect: Rectangle(x: left, y: top - self.top - height, width: width, height: height))
    }
}

extension Field.Kind {
    fileprivate var slot: FormSlot.Kind {
        switch self {
        case .text(let maximum): .text(maximumLength: maximum)
        case .checkbox: .checkbox
        case .radio(let options): .radio(options: options)
        case .selectBox(let options): .select(options: options)
        case .stamp: .stamp
        }
    }
}
