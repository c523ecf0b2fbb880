public import Letters

/// The texts that the gateway knows, by what they are about.
public struct RegisteredTexts: Equatable, Sendable {
    private let texts: [LetterKind: RegisteredText]
    private let other: RegisteredText

    /// - Parameter other: for the kinds that `texts` does not name.
    public init(_ texts: [LetterKind: RegisteredText] = [:], other: RegisteredText = .init()) {
        self.texts = texts
        self.other = other
    }

    public subscript(kind: LetterKind) -> RegisteredText { texts[kind] ?? other }
}

/// A text that the gateway knows (for 알림톡: a template), and with what it is filled.
public struct RegisteredText: Equatable, Sendable {
    public var code: String
    /// The text as it was registered, where the gateway wants to see it whole; else our own.
    public var text: GatewayTemplate<PhoneMessage.Variable>?
    /// The gateway's names of what fills it; `nil`: all that there is, by our names.
    public var variables: [String: PhoneMessage.Variable]?

    public init(
        code: String = "", text: GatewayTemplate<PhoneMessage.Variable>? = nil,
        variables: [String: PhoneMessage.Variable]? = nil
    ) {
        self.code = code
        self.text = text
        self.variables = variables
    }

    func words(of message: PhoneMessage) -> String {
        text?.filled { message.variables[$0] ?? "" } ?? message.letter.text
    }

    /// A fact that this message does not have is an empty text, so that the gateway finds every
    /// variable that was registered.
    func variables(of message: PhoneMessage) -> [(name: String, value: String)] {
        let pairs =
            variables.map { $0.map { ($0.key, message.variables[$0.value] ?? "") } }
            ?? message.variables.map { ($0.key.rawValue, $0.value) }
        return pairs.sorted { $0.0 < $1.0 }
    }
}
