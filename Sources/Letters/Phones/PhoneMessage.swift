/// A message to a phone: what it says, and the facts of which a gateway can make the text that was
/// registered with it.
public struct PhoneMessage: Equatable, Sendable {
    /// The facts that a message may bring, by the names that a gateway's file knows.
    public enum Variable: String, CaseIterable, Sendable {
        /// Of the person to whom it goes.
        case name
        case document, author
        /// Who signed or declined, or whose link was locked.
        case signer
        /// The deadline.
        case until
        case reason
        case link
        /// The one-time code.
        case code
    }

    public let kind: LetterKind
    /// As it lies in the spool: its `to` is the number, and it has neither subject nor HTML.
    public let letter: Letter
    /// Those that this kind has.
    public let variables: [Variable: String]

    public init(kind: LetterKind, letter: Letter, variables: [Variable: String]) {
        self.kind = kind
        self.letter = letter
        self.variables = variables
    }
}
