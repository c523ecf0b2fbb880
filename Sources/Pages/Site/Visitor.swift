import Domain

/// A browser, known by a random cookie, and the token that its forms carry.
///
/// The token is a hash of the cookie: another site can neither read nor guess either, and a form
/// outlives a restart of the server.
struct Visitor: Equatable, Sendable {
    let secret: String
    /// The cookie is still to be set.
    let isNew: Bool

    init(random: [UInt8]) {
        secret = Base32.encode(random)
        isNew = true
    }

    /// `nil` unless the cookie is one of ours: 256 bits in base 32.
    init?(secret: String) {
        let isOurs = secret.utf8.count == 52 && secret.utf8.allSatisfy(Self.isDigit)
        guard isOurs else { return nil }
        self.secret = secret
        isNew = false
    }

    var token: String { "\(ContentHash(of: "form|\(secret)".utf8))" }

    /// Compares in constant time.
    func accepts(_ token: String?) -> Bool {
        guard let token, !isNew else { return false }
        let (given, expected) = (Array(token.utf8), Array(self.token.utf8))
        guard given.count == expected.count else { return false }
        return zip(given, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
