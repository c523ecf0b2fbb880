public import Domain
public import PDFSigning
import PDFText

extension Field {
    /// The field as the layout has it.
    ///
    /// - Parameters:
    ///   - owners: the names of the signers' signature fields, by the signers' positions.
    /// - Throws: ``FieldTrouble`` for a field that is no signer's.
    public func slot(owners: [Int: String]) throws(FieldTrouble) -> FormSlot {
        guard let owner = owners[position] else { throw FieldTrouble(id, .malformed) }
        return FormSlot(
            key: id, owner: owner, kind: kind.slot, places: places.map(\.slot), label: label,
            isRequired: isRequired, prefilled: try prefilled.map(entry))
    }

    private func entry(_ value: FieldValue) throws(FieldTrouble) -> FormEntry {
        guard let entry = FormEntry(value) else { throw FieldTrouble(id, .unusablePicture) }
        return entry
    }
}

extension Field.Place {
    fileprivate var slot: FormSlot.Place {
        FormSlot.Place(
            page: .base(page - 1), rect: Rectangle(x: x, y: y, width: width, height: height))
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
