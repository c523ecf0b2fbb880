public import Letters

/// Takes a letter to its reader, or to where an administrator can read it.
public protocol Mailer: Sendable {
    /// Returns when the letter is in safe hands. Sending one id again has no further effect.
    func send(_ letter: Letter) async throws
}

/// Takes a message to a phone, or to where an administrator can read it.
public protocol PhoneMessenger: Sendable {
    /// Returns when the message is in safe hands; what it throws leaves it owed.
    func send(_ message: PhoneMessage) async throws
}
