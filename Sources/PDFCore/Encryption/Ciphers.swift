internal import COpenSSL

/// AES in cipher block chaining mode, without padding.
enum AES {
    static let blockSize = 16

    static func encrypt(
        _ bytes: [UInt8], key: ArraySlice<UInt8>, vector: ArraySlice<UInt8>
    ) throws(PDFError) -> [UInt8] {
        try run(bytes[...], Array(key), Array(vector), encrypts: 1)
    }

    static func decrypt(
        _ bytes: ArraySlice<UInt8>, key: ArraySlice<UInt8>, vector: ArraySlice<UInt8>
    ) throws(PDFError) -> [UInt8] {
        try run(bytes, Array(key), Array(vector), encrypts: 0)
    }

    private static func run(
        _ bytes: ArraySlice<UInt8>, _ key: [UInt8], _ vector: [UInt8], encrypts: Int32
    ) throws(PDFError) -> [UInt8] {
        guard vector.count == blockSize else { throw damaged }
        let result = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: input.count) { out, count in
                let isDone = tamga_aes_cbc(
                    encrypts, key, key.count, vector, input.baseAddress, input.count,
                    out.baseAddress)
                count = isDone == 1 ? input.count : 0
            }
        }
        guard result.count == bytes.count else { throw damaged }
        return result
    }

    /// What does not consist of whole blocks was not encrypted, or is no longer what it was.
    static var damaged: PDFError { PDFError(.syntax, "damaged encryption") }
}

/// RC4, which is its own inverse.
enum RC4 {
    static func apply(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
            tamga_rc4(key, key.count, bytes, bytes.count, out.baseAddress)
            count = bytes.count
        }
    }
}

/// The hash functions that keys are derived with, by the length of their digests in bytes.
enum KeyDigest: Int32 {
    case md5 = 16
    case sha256 = 32
    case sha384 = 48
    case sha512 = 64

    func hash(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(rawValue)) { out, count in
            tamga_digest(rawValue, bytes, bytes.count, out.baseAddress)
            count = Int(rawValue)
        }
    }
}
