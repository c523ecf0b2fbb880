/// The key of a file that opens without a password (ISO 32000-2, 7.6.4.3 and 7.6.4.4).
struct FileKey {
    let bytes: [UInt8]

    /// Throws `encrypted` where the file needs a password.
    init(_ dictionary: EncryptionDictionary, fileID: [UInt8]) throws(PDFError) {
        let key =
            dictionary.version == 5
            ? try Self.modern(dictionary) : try Self.legacy(dictionary, fileID)
        guard let key else { throw PDFError(.encrypted, "the file needs a password") }
        bytes = key
    }

    /// The empty password, padded (algorithm 2, step a).
    private static let padding: [UInt8] = [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01,
        0x08, 0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53,
        0x69, 0x7A,
    ]

    /// Algorithm 2; nil unless algorithm 6 confirms the empty password.
    private static func legacy(
        _ dictionary: EncryptionDictionary, _ fileID: [UInt8]
    ) throws(PDFError) -> [UInt8]? {
        var input = padding
        input += try dictionary.bytes("O", 32)
        input += try dictionary.permissions
        input += fileID
        if !dictionary.encryptsMetadata { input += [0xFF, 0xFF, 0xFF, 0xFF] }
        var digest = KeyDigest.md5.hash(input)
        for _ in 0..<(dictionary.revision >= 3 ? 50 : 0) {
            digest = KeyDigest.md5.hash(Array(digest.prefix(dictionary.keyByteCount)))
        }
        let key = Array(digest.prefix(dictionary.keyByteCount))
        let proof = proof(of: key, dictionary.revision, fileID)
        return try dictionary.bytes("U", proof.count) == proof ? key : nil
    }

    /// What `/U` begins with if the key is right (algorithms 4 and 5).
    private static func proof(of key: [UInt8], _ revision: Int, _ fileID: [UInt8]) -> [UInt8] {
        guard revision >= 3 else { return RC4.apply(padding, key: key) }
        return (0...19).reduce(KeyDigest.md5.hash(padding + fileID)) { proof, round in
            RC4.apply(proof, key: key.map { $0 ^ UInt8(round) })
        }
    }

    /// Algorithm 2.A; nil if `/U` does not confirm the empty password.
    private static func modern(
        _ dictionary: EncryptionDictionary
    ) throws(PDFError) -> [UInt8]? {
        let user = try dictionary.bytes("U", 48)
        let isHardened = dictionary.revision == 6
        guard try hash(user[32..<40], isHardened) == user[..<32] else { return nil }
        let sealed = try dictionary.bytes("UE", 32)
        let vector = [UInt8](repeating: 0, count: AES.blockSize)
        return try AES.decrypt(
            sealed[...], key: hash(user[40..<48], isHardened), vector: vector[...])
    }

    /// The hash of the empty password: plain in revision 5, algorithm 2.B in revision 6.
    private static func hash(
        _ salt: ArraySlice<UInt8>, _ isHardened: Bool
    ) throws(PDFError) -> ArraySlice<UInt8> {
        var key = KeyDigest.sha256.hash(Array(salt))
        var (round, last) = (0, 0)
        // A last byte is no more than 255, so there are no more than 288 rounds.
        while isHardened && (round < 64 || last > round - 32) {
            let input = [[UInt8]](repeating: key, count: 64).flatMap(\.self)
            let sealed = try AES.encrypt(input, key: key[..<16], vector: key[16..<32])
            // Sixteen bytes as one number modulo 3 are their sum modulo 3: 256 is 1 modulo 3.
            let sum = sealed.prefix(16).reduce(0) { $0 + Int($1) }
            key = [KeyDigest.sha256, .sha384, .sha512][sum % 3].hash(sealed)
            last = Int(sealed.last ?? 0)
            round += 1
        }
        return key[..<32]
    }
}
