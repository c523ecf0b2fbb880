import Domain
import Words

/// A field of the signer's as the form shows it. Exactly one of the kinds is there.
struct FieldInput: Equatable, Sendable {
    struct Text: Equatable, Sendable {
        let value: String
        let placeholder: String?
        let maximumLength: Int?
        /// Of the input element.
        let type: String
        /// The keyboard that suits the value.
        let mode: String
        let isLong: Bool
    }

    struct Tick: Equatable, Sendable {
        let isTicked: Bool
    }

    struct Options: Equatable, Sendable {
        let options: [Option]
    }

    struct Option: Equatable, Sendable {
        let number: Int
        let text: String
        let isChosen: Bool
    }

    struct Stamp: Equatable, Sendable {
        /// A typed name that was refused with something else.
        let typed: String
        /// The sender has put a picture there already.
        let isReady: Bool
        let company: Company?
    }

    /// The registered stamp of a company for which the signer may sign.
    struct Company: Equatable, Sendable {
        let label: String
        /// The picture's hash: what is shown is what is used.
        let picture: String
        let isChosen: Bool
    }

    let id: String
    /// The client system's own name for the field.
    let key: String?
    /// `TEXT`, `CHECKBOX`, `RADIO`, `SELECTBOX`, `STAMP` (contract of pages).
    let type: String
    let label: String
    let page: String
    let isRequired: Bool
    let problem: String?
    var text: Text?
    var tick: Tick?
    var radio: Options?
    var select: Options?
    var stamp: Stamp?
}

extension FieldInput {
    /// - Parameters:
    ///   - refused: what was sent before; `nil` at first sight.
    ///   - stamp: the company's that is offered.
    init(_ field: Field, refused: RefusedForm?, stamp: CompanyStamp?, _ words: Words) {
        let entered = refused?.entered("field.\(field.id)")
        id = field.id
        key = field.key
        type = field.kind.wireName
        label = field.shownLabel(words)
        page = words("sign.field.page", ["number": String(field.places.first?.page ?? 1)])
        isRequired = field.isRequired
        problem = refused?.problem(at: .field(field.id))
        let value = entered ?? field.prefilled?.text ?? ""
        switch field.kind {
        case .text(let maximum): text = Text(field, value, maximumLength: maximum)
        case .checkbox: tick = Tick(isTicked: value == "true")
        case .radio(let options): radio = Options(options, chosen: value)
        case .selectBox(let options): select = Options(options, chosen: value)
        case .stamp:
            self.stamp = Stamp(
                typed: entered ?? "", isReady: field.prefilled != nil,
                company: stamp.map { FieldInput.Company($0, field, refused, words) })
        }
    }
}

extension FieldInput.Company {
    fileprivate init(
        _ stamp: CompanyStamp, _ field: Field, _ refused: RefusedForm?, _ words: Words
    ) {
        label = words("sign.stamp.company", ["company": stamp.account.name])
        picture = "\(stamp.picture.hash)"
        isChosen = refused?.entered(EnteredValues.stampPrefix + field.id) != nil
    }
}

extension FieldInput.Text {
    /// Where two lines fit, more than one may be written.
    private static let lineHeight = 24.0

    fileprivate init(_ field: Field, _ value: String, maximumLength: Int?) {
        self.value = value
        placeholder = field.placeholder
        self.maximumLength = maximumLength
        type = field.format == .date ? "date" : "text"
        mode =
            switch field.format {
            case .digits: "numeric"
            case .email: "email"
            case .phone: "tel"
            case .date, nil: "text"
            }
        isLong = (field.places.first?.height ?? 0) >= 2 * Self.lineHeight
    }
}

extension FieldInput.Options {
    fileprivate init(_ options: [String], chosen: String) {
        self.options = options.enumerated().map { index, text in
            FieldInput.Option(number: index + 1, text: text, isChosen: text == chosen)
        }
    }
}

extension Field.Kind {
    /// As the contracts name it.
    var wireName: String {
        switch self {
        case .text: "TEXT"
        case .checkbox: "CHECKBOX"
        case .radio: "RADIO"
        case .selectBox: "SELECTBOX"
        case .stamp: "STAMP"
        }
    }
}
