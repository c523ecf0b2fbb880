/// A text with `{{placeholders}}`. Which ones there are is known when it is read: a mistake shows
/// when the server starts, not when somebody waits for a message.
public struct GatewayTemplate<Name>: Equatable, Sendable
where Name: RawRepresentable<String> & Equatable & Sendable {
    /// What stands between double braces and is no name, or braces that nothing closes.
    public struct Unknown: Error, Equatable {
        public let placeholder: String
    }

    private enum Piece: Equatable, Sendable {
        case text(String)
        case value(Name)
    }

    private let pieces: [Piece]

    /// Blanks inside the braces count for nothing.
    public init(_ text: String) throws(Unknown) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            let inside = rest[open.upperBound...]
            let close = inside.firstRange(of: "}}") ?? inside.endIndex..<inside.endIndex
            let name = inside[..<close.lowerBound].filter { !$0.isWhitespace }
            guard !close.isEmpty, let value = Name(rawValue: name) else {
                throw Unknown(placeholder: String(name.prefix(40)))
            }
            pieces += [.text(String(rest[..<open.lowerBound])), .value(value)]
            rest = rest[close.upperBound...]
        }
        self.pieces = pieces + [.text(String(rest))]
    }

    public func uses(_ name: Name) -> Bool { pieces.contains(.value(name)) }

    /// In one pass: a value that looks like a placeholder stays as it is.
    func filled(_ value: (Name) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .value(let name): value(name)
            }
        }.joined()
    }
}
