/// The provider that every server has: a one-time code to the contact, and the name entered anew.
/// It shows that somebody reads that contact and knows the name; it is no legal proof of identity.
public struct ContactIdentity: IdentityProvider {
    /// As it is named in evidence.
    public static let name = "Tamga"

    private let key: CodeKey

    public init(key: CodeKey) {
        self.key = key
    }

    public func begin(_ check: IdentityCheck) async throws -> IdentityStep { .code }

    public func confirm(
        _ check: IdentityCheck, _ answer: IdentityAnswer
    ) async throws -> IdentityVerdict {
        let name = Self.comparable(check.name)
        let isConfirmed =
            key.matches(answer.code, check.id) && !name.isEmpty
            && Self.comparable(answer.name) == name
        return isConfirmed
            ? .confirmed(IdentityProof(provider: Self.name, isLegalProof: false)) : .denied
    }

    /// Equal however a name is typed: in either case, with or without blanks; and texts compare by
    /// canonical equivalence (Unicode Standard Annex #15), composed or not.
    private static func comparable(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace }
    }
}
