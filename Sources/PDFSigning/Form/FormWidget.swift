import PDFCore
import PDFText

/// One field of a slot, merged with its widget: empty and read-only.
///
/// Ticks and choices are text fields that show a mark, and a group is one field per option: buttons
/// with states and widgets without a name are what validators take for forbidden changes. No /V,
/// no /AP and no border: an empty field that draws something differs visibly once it is filled.
struct FormWidget {
    let slot: FormSlot
    /// Which of the slot's places.
    let index: Int
    let name: String

    // Field flags (ISO 32000-2 tables 227, 230, 231 and 233).
    private static let readOnly = 1
    static let required = 1 << 1
    static let multiline = 1 << 12
    private static let pushButton = 1 << 16
    private static let combo = 1 << 17
    /// Print and Locked (table 167).
    private static let annotationFlags = 1 << 2 | 1 << 7

    /// - Parameters:
    ///   - rect: in the page's own coordinates.
    ///   - rotation: of the page, clockwise, in degrees.
    func dictionary(rect: [Double], page: ObjectID, rotation: Int) -> PDFDictionary {
        var field: PDFDictionary = [
            "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name(type),
            "T": .text(name), "Rect": .numbers(rect), "F": .integer(Self.annotationFlags),
            "P": .reference(page), "Ff": .integer(flags),
        ]
        if !slot.label.isEmpty { field["TU"] = .text(slot.label) }
        if rotation != 0 { field["MK"] = ["R": .integer(rotation)] }
        if type != "Btn" { field["DA"] = .text("/Helv 0 Tf 0 g") }
        if case .text(let maximum?) = slot.kind { field["MaxLen"] = .integer(maximum) }
        if case .select(let options) = slot.kind {
            field["Opt"] = .array(options.map { .text($0) })
        }
        field["DV"] = prefilled.map { .text($0) }
        field[FormTerms.entry] = .dictionary(terms)
        return field
    }

    private var terms: PDFDictionary {
        var terms: PDFDictionary = [
            "Key": .text(slot.key), "Owner": .text(slot.owner),
            "Kind": .name(PDFName(kind.rawValue)),
        ]
        terms["Option"] = option.map { .text($0) }
        return terms
    }

    private var type: PDFName {
        switch slot.kind {
        case .text, .checkbox, .radio: "Tx"
        case .select: "Ch"
        // A button shows a picture for its value; viewers would write a text over it.
        case .stamp: "Btn"
        }
    }

    private var kind: FormTerms.Kind {
        switch slot.kind {
        case .text: .text
        case .checkbox: .checkbox
        case .radio: .radio
        case .select: .select
        case .stamp: .stamp
        }
    }

    private var flags: Int {
        var flags = Self.readOnly | (slot.isRequired ? Self.required : 0)
        switch slot.kind {
        case .text: if isMultiline { flags |= Self.multiline }
        case .select: flags |= Self.combo
        case .stamp: flags |= Self.pushButton
        case .checkbox, .radio: break
        }
        return flags
    }

    private var isMultiline: Bool { slot.places[index].rect.height >= FormSlot.multilineHeight }

    private var option: String? {
        if case .radio(let options) = slot.kind { options[index] } else { nil }
    }

    /// What this widget shows for the slot's prefilled entry.
    private var prefilled: String? {
        switch (slot.kind, slot.prefilled) {
        case (.checkbox, .tick(true)): FormMark.tick
        case (.radio, .text(let chosen)) where chosen == option: FormMark.dot
        case (.text, .text(let text)), (.select, .text(let text)): text.isEmpty ? nil : text
        default: nil
        }
    }
}

/// What ticked and chosen fields show.
enum FormMark {
    static let tick = "\u{2713}"
    static let dot = "\u{25CF}"
}
