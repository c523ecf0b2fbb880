import Mustache

/// Compiled-in templates that call each other by name.
public struct Templates: Sendable {
    public enum Kind: Sendable {
        /// Variables are encoded for HTML.
        case html
        /// Variables are left as they are.
        case text
    }

    private let library: MustacheLibrary

    /// Templates by name, in UTF-8. They are part of the program: a malformed one is our own bug.
    public init(_ kind: Kind, _ sources: [String: [UInt8]]) {
        let encoding = kind == .html ? Self.htmlEncoding : "TEXT"
        library = MustacheLibrary(
            templates: sources.mapValues { source in
                // A partial starts with the library's own encoding, so each template sets ours.
                Self.parse(
                    "{{% CONTENT_TYPE: \(encoding)}}" + String(decoding: source, as: UTF8.self))
            })
    }

    /// The page or letter that the template makes of this model. A model is a struct of stored
    /// properties; templates see them by name.
    public func render(_ model: some Sendable, with name: String) -> String {
        guard let text = library.render(model, withTemplate: name) else {
            preconditionFailure("no template \(name)")
        }
        return text
    }

    private static let htmlEncoding: String = {
        MustacheContentTypes.register(HTMLEncoding(), named: HTMLEncoding.name)
        return HTMLEncoding.name
    }()

    private static func parse(_ source: String) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: source)
        } catch {
            preconditionFailure("malformed template: \(error)")
        }
    }
}
