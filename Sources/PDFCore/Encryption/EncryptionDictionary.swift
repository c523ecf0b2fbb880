/// What a file says of its encryption by the standard security handler (ISO 32000-2, 7.6.4.2).
struct EncryptionDictionary {
    private let entries: PDFDictionary
    /// `/V`: 1, 2, 4 or 5.
    let version: Int
    /// `/R`: 2 to 6.
    let revision: Int
    let keyByteCount: Int

    /// Throws `encrypted` for a security handler that is not known here, `syntax` for a malformed
    /// dictionary.
    init(_ entries: PDFDictionary) throws(PDFError) {
        guard entries["Filter"]?.name == "Standard" else {
            throw PDFError(.encrypted, "encrypted by a handler that is not known here")
        }
        self.entries = entries
        version = entries["V"]?.asInteger ?? 0
        revision = entries["R"]?.asInteger ?? 0
        guard [1, 2, 4, 5].contains(version), (2...6).contains(revision),
            (version == 5) == (revision >= 5)
        else { throw PDFError(.encrypted, "encrypted in a way that is not known here") }
        keyByteCount = try Self.keyByteCount(version, entries["Length"])
    }

    /// Files of version 4 state lengths of all kinds, but its ciphers take 128 bits.
    private static func keyByteCount(
        _ version: Int, _ stated: PDFObject?
    ) throws(PDFError) -> Int {
        guard version == 2 else { return [1: 5, 4: 16][version] ?? 32 }
        let bits = stated?.asInteger ?? 40
        guard (40...128).contains(bits), bits % 8 == 0 else { throw malformed }
        return bits / 8
    }

    private static var malformed: PDFError { PDFError(.syntax, "a malformed encryption") }

    /// The `count` bytes that a string of the dictionary begins with; some writers pad it.
    func bytes(_ key: PDFName, _ count: Int) throws(PDFError) -> [UInt8] {
        guard let bytes = entries[key]?.bytes, bytes.count >= count else { throw Self.malformed }
        return Array(bytes.prefix(count))
    }

    /// `/P` as 32 bits, low byte first; some writers state it without its sign.
    var permissions: [UInt8] {
        get throws(PDFError) {
            guard let stated = entries["P"]?.asInteger else { throw Self.malformed }
            let bits = UInt32(truncatingIfNeeded: stated)
            return (0..<4).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
        }
    }

    var encryptsMetadata: Bool { version < 4 || entries["EncryptMetadata"]?.boolean != false }

    var streams: CryptMethod { get throws(PDFError) { try method(entries["StmF"]?.name) } }
    var strings: CryptMethod { get throws(PDFError) { try method(entries["StrF"]?.name) } }

    /// The method of a crypt filter (7.6.6); before version 4 there is one for everything.
    func method(_ filter: PDFName?) throws(PDFError) -> CryptMethod {
        guard version >= 4 else { return .rc4 }
        guard let filter, filter != "Identity" else { return .identity }
        let named = entries["CF"]?.dictionary?[filter]?.dictionary?["CFM"]?.name
        switch (named, version) {
        case ("V2", 4): return .rc4
        case ("AESV2", 4): return .aes128
        case ("AESV3", 5): return .aes256
        default: throw PDFError(.encrypted, "a crypt filter that is not known here")
        }
    }
}

/// How strings or streams are encrypted (ISO 32000-2, table 25).
enum CryptMethod: Sendable {
    case identity
    case rc4
    case aes128
    case aes256
}
