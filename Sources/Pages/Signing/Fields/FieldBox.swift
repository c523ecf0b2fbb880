import Domain
import Words

/// Where a field lies on a page image. In percent of it, so that it lies right at any width.
struct FieldBox: Equatable, Sendable {
    /// The field's id.
    let id: String
    /// Of the field's places, from 1.
    let number: Int
    let label: String
    /// What it is, for those who do not see the page.
    let title: String
    let x: String
    let y: String
    let width: String
    let height: String
    /// There is room for the label.
    let isWide: Bool
}

/// The boxes on one page.
struct PageBoxes: Equatable, Sendable {
    /// The viewer's own fields: each leads to its entry in the form.
    let own: [FieldBox]
    /// What others have filled.
    let filled: [FieldBox]

    var isEmpty: Bool { own.isEmpty && filled.isEmpty }
}

extension PageBoxes {
    /// `nil` where nothing lies on the page (from 1) for this recipient.
    init?(
        _ document: Document, for recipient: Recipient, page: Int, size: PageSize?, _ words: Words
    ) {
        guard let size, size.width > 0, size.height > 0 else { return nil }
        own = document.fields(of: recipient).flatMap { field in
            field.places(on: page).map { index in
                FieldBox(field, index, in: size, title: "sign.place.own", words)
            }
        }
        filled = document.recipients.filter { $0.id != recipient.id }.flatMap { other in
            document.fields(of: other).flatMap { field in
                field.places(on: page).filter { field.isFilled(by: other, at: $0) }.map {
                    FieldBox(
                        field, $0, in: size, title: "sign.place.filled", words,
                        name: other.displayName)
                }
            }
        }
        if isEmpty { return nil }
    }
}

extension FieldBox {
    /// In points; below it a label is rather in the way.
    private static let labelWidth = 40.0

    fileprivate init(
        _ field: Field, _ index: Int, in size: PageSize, title: String, _ words: Words,
        name: String = ""
    ) {
        let place = field.places[index]
        id = field.id
        number = index + 1
        label = field.shownLabel(words)
        self.title = words(title, ["label": label, "name": name])
        x = Self.percent(place.x, of: size.width)
        // A page's own coordinates rise, a picture's fall.
        y = Self.percent(size.height - place.y - place.height, of: size.height)
        width = Self.percent(place.width, of: size.width)
        height = Self.percent(place.height, of: size.height)
        isWide = place.width >= Self.labelWidth
    }

    /// In hundredths of a percent.
    private static func percent(_ part: Double, of whole: Double) -> String {
        "\((part / whole * 10_000).rounded() / 100)%"
    }
}

extension Field {
    /// A field without a name is known by what it is.
    func shownLabel(_ words: Words) -> String {
        label.isEmpty ? words["sign.field.\(kind.wireName.lowercased())"] : label
    }

    /// Places in the field's own order.
    fileprivate func places(on page: Int) -> [Int] {
        places.indices.filter { places[$0].page == page }
    }

    /// A stamp's picture is in the file alone: who has signed has stamped.
    fileprivate func isFilled(by recipient: Recipient, at index: Int) -> Bool {
        guard let approval = recipient.turn?.approval else { return false }
        let entry = approval.entries[id] ?? ""
        return switch kind {
        case .stamp: true
        case .checkbox: entry == "true"
        case .radio(let options): options.indices.contains(index) && options[index] == entry
        case .text, .selectBox: !entry.isEmpty
        }
    }
}
