/// Decrypts the strings and streams of a file whose key is known (ISO 32000-2, 7.6.2 and 7.6.3).
struct FileCipher: Sendable {
    private let key: [UInt8]
    private let dictionary: EncryptionDictionary
    private let strings: CryptMethod
    private let streams: CryptMethod
    /// The object that says all this, which is not encrypted.
    private let dictionaryID: ObjectID?

    /// Throws `encrypted` if the file needs a password or another way to open it.
    init(_ entries: PDFDictionary, _ id: ObjectID?, fileID: [UInt8]) throws(PDFError) {
        dictionary = try EncryptionDictionary(entries)
        dictionaryID = id
        strings = try dictionary.strings
        streams = try dictionary.streams
        key = try FileKey(dictionary, fileID: fileID).bytes
    }

    /// An object that stands by itself, with its strings decrypted.
    func decrypted(_ object: IndirectObject, _ id: ObjectID) throws(PDFError) -> IndirectObject {
        guard id != dictionaryID, strings != .identity else { return object }
        switch object {
        case .object(let value): return .object(try decrypted(value, id))
        case .stream(let dictionary, let body):
            guard dictionary["Type"]?.name != "XRef" else { return object }
            return .stream(try decrypted(dictionary, id), body: body)
        }
    }

    /// Objects are nested no deeper than the reader's limit.
    private func decrypted(_ object: PDFObject, _ id: ObjectID) throws(PDFError) -> PDFObject {
        switch object {
        case .string(let bytes): return .string(try decrypted(bytes, by: strings, id))
        case .dictionary(let dictionary): return .dictionary(try decrypted(dictionary, id))
        case .array(var elements):
            for index in elements.indices { elements[index] = try decrypted(elements[index], id) }
            return .array(elements)
        default: return object
        }
    }

    private func decrypted(
        _ dictionary: PDFDictionary, _ id: ObjectID
    ) throws(PDFError) -> PDFDictionary {
        var result = dictionary
        for (key, value) in dictionary where !(key == "Contents" && dictionary.isSignature) {
            result[key] = try decrypted(value, id)
        }
        return result
    }

    /// The body of a stream, before its other filters are undone.
    func decrypted(
        _ body: [UInt8], of stream: PDFDictionary, _ id: ObjectID
    ) throws(PDFError) -> [UInt8] {
        try decrypted(body, by: try method(of: stream), id)
    }

    /// `stream` holds its filters directly.
    private func method(of stream: PDFDictionary) throws(PDFError) -> CryptMethod {
        let type = stream["Type"]?.name
        if type == "XRef" || type == "Metadata" && !dictionary.encryptsMetadata {
            return .identity
        }
        // A stream may name a crypt filter of its own (7.4.10).
        let first = stream["Filter"]?.array?.first ?? stream["Filter"]
        guard first?.name == "Crypt" else { return streams }
        let parameters = stream["DecodeParms"]?.array?.first ?? stream["DecodeParms"]
        return try dictionary.method(parameters?.dictionary?["Name"]?.name)
    }

    private func decrypted(
        _ bytes: [UInt8], by method: CryptMethod, _ id: ObjectID
    ) throws(PDFError) -> [UInt8] {
        switch method {
        case .identity: bytes
        case .rc4: RC4.apply(bytes, key: objectKey(id, salt: []))
        case .aes128: try unpadded(bytes, key: objectKey(id, salt: Array("sAlT".utf8)))
        case .aes256: try unpadded(bytes, key: key)
        }
    }

    /// Algorithm 1: the key of one object, mixed from the file's and its number.
    private func objectKey(_ id: ObjectID, salt: [UInt8]) -> [UInt8] {
        let number = (0..<3).map { UInt8(truncatingIfNeeded: id.number >> ($0 * 8)) }
        let generation = (0..<2).map { UInt8(truncatingIfNeeded: id.generation >> ($0 * 8)) }
        let digest = KeyDigest.md5.hash(key + number + generation + salt)
        return Array(digest.prefix(min(key.count + 5, digest.count)))
    }

    /// The first block is the vector, the last ends in as many bytes as it has too many (7.6.3.1).
    private func unpadded(_ bytes: [UInt8], key: [UInt8]) throws(PDFError) -> [UInt8] {
        // Some writers leave what is empty as it is, or pad it with nothing.
        guard !bytes.isEmpty, bytes.count != AES.blockSize else { return [] }
        guard bytes.count % AES.blockSize == 0 else { throw AES.damaged }
        let vector = bytes[..<AES.blockSize]
        let padded = try AES.decrypt(bytes[AES.blockSize...], key: key[...], vector: vector)
        let excess = Int(padded.last ?? 0)
        guard (1...AES.blockSize).contains(excess) else { throw AES.damaged }
        return Array(padded.dropLast(excess))
    }
}

extension PDFDictionary {
    /// Whether it holds a signature, whose value is never encrypted (ISO 32000-2, 7.6.2).
    fileprivate var isSignature: Bool {
        self["ByteRange"] != nil || self["Type"]?.name == "Sig"
            || self["Type"]?.name == "DocTimeStamp"
    }
}
