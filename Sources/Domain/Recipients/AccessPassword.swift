import Crypto

/// Passwords of doors. Senders choose them, often a few digits, and one request may bring a thousand
/// different ones.
extension LinkKey {
    /// Keyed first, so that rows without the key tell nothing of a password however short it is;
    /// then salted and slow, at a cost that a thousand of them can bear.
    func passwordHash(of password: String, salt: [UInt8]) throws -> PasswordHash {
        try .make(of: keyed(password), salt: salt, .keyed)
    }

    /// Whether this is the password of that hash, compared in constant time.
    func accepts(_ password: String, _ hash: String) throws -> Bool {
        try PasswordHash(hash)?.matches(keyed(password)) ?? false
    }

    private func keyed(_ password: String) -> String {
        Base32.encode(Array(mac(of: "password|\(password)")))
    }
}
