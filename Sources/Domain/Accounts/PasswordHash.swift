import Crypto
import CryptoExtras
import FoundationEssentials

/// A password's scrypt hash with its salt and cost, so that the cost can be raised later.
public struct PasswordHash: Sendable {
    /// `scrypt$rounds$blockSize$parallelism$salt$hash`, hexadecimal.
    public let text: String
    private let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// How much work a guess is.
    struct Cost: Equatable, Sendable {
        var rounds = 1 << 15
        var blockSize = 8
        var parallelism = 1

        /// For what is hashed under a key before (see ``LinkKey``): an eighth of the work and of
        /// the memory.
        static let keyed = Cost(rounds: 1 << 12)
    }

    public static func make(of password: String, salt: [UInt8]) throws -> PasswordHash {
        try make(of: password, salt: salt, Cost())
    }

    static func make(of password: String, salt: [UInt8], _ cost: Cost) throws -> PasswordHash {
        PasswordHash(
            cost: cost, salt: salt, hash: try derive(password, salt: salt, cost, count: 32))
    }

    /// `nil` where the stored text is not of this form.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
            let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            let salt = bytes(hexadecimal: parts[4]), let hash = bytes(hexadecimal: parts[5])
        else { return nil }
        self.init(
            cost: Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism),
            salt: salt, hash: hash)
    }

    private init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
        text = [
            "scrypt", String(cost.rounds), String(cost.blockSize), String(cost.parallelism),
            hexadecimal(salt), hexadecimal(hash),
        ].joined(separator: "$")
    }

    /// Compares in constant time.
    public func matches(_ password: String) throws -> Bool {
        let tried = try Self.derive(password, salt: salt, cost, count: hash.count)
        return zip(tried, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(
        _ password: String, salt: [UInt8], _ cost: Cost, count: Int
    ) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: count, rounds: cost.rounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism
        ).withUnsafeBytes(Array.init)
    }
}

private func bytes(hexadecimal text: Substring) -> [UInt8]? {
    guard text.utf8.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var rest = text
    while !rest.isEmpty {
        guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
        bytes.append(byte)
        rest = rest.dropFirst(2)
    }
    return bytes
}
