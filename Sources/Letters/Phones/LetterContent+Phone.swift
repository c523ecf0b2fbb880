import Domain
import Words

extension LetterContent {
    /// One sentence, and the link on a line of its own, where phones make it one to touch.
    func phoneText(in words: Words) -> String {
        var facts = values.mapValues { $0.oneLine.shortened(to: 30) }
        facts["code"] = code
        return ([words("phone.\(kind)", facts)] + [link].compactMap(\.self))
            .joined(separator: "\n")
    }

    func variables(for name: String) -> [PhoneMessage.Variable: String] {
        let facts: [PhoneMessage.Variable: String?] = [
            .name: name, .document: values["document"], .author: values["author"],
            .signer: values["signer"], .until: values["until"], .reason: reason, .link: link,
            .code: code,
        ]
        return facts.compactMapValues(\.self)
    }
}
