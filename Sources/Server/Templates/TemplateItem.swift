import Domain
import HTTPCommon

/// An item of a template's file: what it is, and where it stands.
struct TemplateItem {
    enum Kind: String, CaseIterable {
        case stamp = "STAMP"
        case text = "TEXT"
        case checkbox = "CHECKBOX"
        case selectBox = "SELECTBOX"
        case radio = "RADIO"

        var hasOptions: Bool { self == .selectBox || self == .radio }

        /// Keys that an item of this type may have.
        var keys: [String] {
            var keys = ["id", "type", "key", "alias", "required"]
            keys += self == .radio ? ["boxes"] : ["page", "x", "y", "w", "h"]
            if hasOptions { keys.append("options") }
            if self != .stamp { keys.append("value") }
            if self == .text { keys += ["placeholder", "max_length", "format"] }
            return keys
        }
    }

    let field: Field
    let path: String

    static func all(
        _ member: TemplateMember, of signer: String, at position: Int
    ) throws -> [TemplateItem] {
        var names: [String: Int] = [:]
        return try member.elements().map { element in
            try TemplateItem(element, at: position) { name in
                names[name, default: 0] += 1
                let number = names[name, default: 1]
                return number == 1 ? "\(signer).\(name)" : "\(signer).\(name).\(number)"
            }
        }
    }

    /// - Parameter name: makes an id of the key or type of an item that has none of its own. It is
    ///   the same in the next version as long as items of that key stay in their order.
    private init(
        _ element: TemplateMember, at position: Int, naming name: (String) -> String
    ) throws {
        let kind = try Self.kind(element)
        let members = TemplateMembers(
            try element.members(kind.keys, of: "an item \(kind.rawValue)"))
        let key = try members["key"].optionalText(limit: 100)
        let content = try ItemContent(kind, members)
        path = element.path
        field = Field(
            id: try members["id"].optionalText(limit: 200)
                ?? name(key ?? kind.rawValue.lowercased()),
            key: key, position: position, kind: content.kind,
            places: try Self.places(kind, members, optionCount: content.optionCount),
            label: try members["alias"].optionalText(limit: 200) ?? key ?? kind.rawValue,
            placeholder: try members["placeholder"].optionalText(limit: 200),
            format: content.format, isRequired: try members["required"].boolean(or: false),
            prefilled: content.prefilled)
    }

    private static func kind(_ element: TemplateMember) throws -> Kind {
        guard case .object(let values) = element.value else {
            throw element.error("must be an object")
        }
        return try TemplateMember(path: "\(element.path).type", value: values["type"] ?? .null)
            .word(Kind.self)
    }

    private static func places(
        _ kind: Kind, _ members: TemplateMembers, optionCount: Int
    ) throws -> [Field.Place] {
        guard kind == .radio else { return [try place(members)] }
        let boxes = try members["boxes"].elements()
        guard boxes.count == optionCount else {
            throw members["boxes"].error("must be as many as there are options: \(optionCount)")
        }
        return try boxes.map { box in
            try place(
                TemplateMembers(try box.members(["page", "x", "y", "w", "h"], of: "a box")))
        }
    }

    private static func place(_ members: TemplateMembers) throws -> Field.Place {
        guard let page = try members["page"].optionalInteger(in: 1...100_000) else {
            throw members["page"].error("is missing")
        }
        return Field.Place(
            page: page, x: try members["x"].measure(isPositive: false),
            y: try members["y"].measure(isPositive: false),
            width: try members["w"].measure(isPositive: true),
            height: try members["h"].measure(isPositive: true))
    }
}

/// What an item takes, and what stands in it already.
private struct ItemContent {
    let kind: Field.Kind
    let optionCount: Int
    let format: TextFormat?
    let prefilled: FieldValue?

    init(_ kind: TemplateItem.Kind, _ members: TemplateMembers) throws {
        let options = kind.hasOptions ? try Self.options(members["options"]) : []
        optionCount = options.count
        format = try members["format"].optionalWord(TextFormat.self)
        let maximum = try members["max_length"].optionalInteger(in: 1...10_000)
        self.kind =
            switch kind {
            case .stamp: .stamp
            case .text: .text(maximumLength: maximum)
            case .checkbox: .checkbox
            case .selectBox: .selectBox(options: options)
            case .radio: .radio(options: options)
            }
        prefilled = try Self.value(members["value"], of: kind)
        if let format, case .text(let text)? = prefilled, !format.admits(text) {
            throw members["value"].error("is not of the format \(format.rawValue)")
        }
    }

    private static func options(_ member: TemplateMember) throws -> [String] {
        let options = try member.elements().map { try $0.text(limit: 200) }
        guard !options.isEmpty else { throw member.error("names no option") }
        guard Set(options).count == options.count else { throw member.error("names one twice") }
        return options
    }

    private static func value(
        _ member: TemplateMember, of kind: TemplateItem.Kind
    ) throws -> FieldValue? {
        guard !member.isAbsent else { return nil }
        guard kind == .checkbox else { return .text(try member.text(limit: 10_000)) }
        return .tick(try member.boolean(or: false))
    }
}
