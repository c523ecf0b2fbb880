import Delivery
import Letters

extension FileMapping {
    /// `templates`: a code, or a mapping, for kinds of messages and for all others (`default`).
    func registeredTexts() throws -> RegisteredTexts {
        var texts: [LetterKind: RegisteredText] = [:]
        for name in keys where name != Self.others {
            guard let kind = LetterKind(rawValue: name) else {
                let all = LetterKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw error("\(name) is none of \(all), \(Self.others)")
            }
            texts[kind] = try registeredText(name)
        }
        let other = has(Self.others) ? try registeredText(Self.others) : RegisteredText()
        return RegisteredTexts(texts, other: other)
    }

    private static let others = "default"

    private func registeredText(_ name: String) throws -> RegisteredText {
        if isText(name) { return RegisteredText(code: try neededText(name)) }
        guard let entry = try mapping(name, keys: ["code", "text", "variables"]) else {
            throw error("\(name) is missing")
        }
        return RegisteredText(
            code: try entry.text("code") ?? "",
            text: try entry.has("text") ? entry.template("text") : nil,
            variables: try entry.mapping("variables")?.variables())
    }

    private func variables() throws -> [String: PhoneMessage.Variable] {
        var variables: [String: PhoneMessage.Variable] = [:]
        for name in keys {
            let fact = try neededText(name)
            guard let variable = PhoneMessage.Variable(rawValue: fact) else {
                let all = PhoneMessage.Variable.allCases.map(\.rawValue).joined(separator: ", ")
                throw error("\(name): \(fact) is none of \(all)")
            }
            variables[name] = variable
        }
        return variables
    }
}
