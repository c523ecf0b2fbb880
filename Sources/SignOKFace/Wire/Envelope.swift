import HTTPCommon

/// What version 2 puts around a result.
struct ResultEnvelope<Result: JSONWritable>: JSONWritable {
    let result: Result

    func write(to text: inout JSONText) {
        text.object {
            $0.key("result")
            result.write(to: &$0)
            $0.member("code", "200")
            $0.member("message", "success")
        }
    }
}

/// The one member in which version 1 answers.
struct RootEnvelope<Content: JSONWritable>: JSONWritable {
    let root: WireRoot
    let content: Content

    func write(to text: inout JSONText) {
        text.object {
            $0.key(root.name)
            content.write(to: &$0)
        }
    }
}

/// What a call of version 1 is about.
enum WireRoot: Sendable {
    case document, template

    var name: StaticString {
        switch self {
        case .document: "document"
        case .template: "template"
        }
    }
}
