import FoundationEssentials

/// A file with a signature, as the programs that sign write it: DER or BER, PEM (RFC 7468), or
/// base64 alone.
enum ExternalUpload {
    /// SEQUENCE: the first octet of every ContentInfo, and of no PEM or base64 text of one.
    private static let sequence: UInt8 = 0x30
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let labels: Set<String> = ["CMS", "PKCS7", "PKCS #7 SIGNED DATA"]

    /// The ContentInfo.
    static func contentInfo(
        in bytes: [UInt8]
    ) throws(ExternalSignatureProblem) -> [UInt8] {
        if bytes.first == sequence { return bytes }
        let isMarked = bytes.starts(with: byteOrderMark)
        let text = bytes.dropFirst(isMarked ? byteOrderMark.count : 0)
        guard text.allSatisfy({ $0 < 0x80 }) else {
            throw .unreadable("neither DER nor PEM nor base64")
        }
        let base64 = try armoured(String(decoding: text, as: UTF8.self)) ?? Array(text)
        let digits = base64.filter { !isSpace($0) }
        guard let data = Data(base64Encoded: Data(digits)), data.first == sequence else {
            throw .unreadable("neither DER nor PEM nor base64")
        }
        return [UInt8](data)
    }

    /// What stands between the lines of PEM; nil where there are none.
    private static func armoured(
        _ text: String
    ) throws(ExternalSignatureProblem) -> [UInt8]? {
        let opened = text.components(separatedBy: "-----BEGIN ")
        guard opened.count > 1 else { return nil }
        let parts = opened[1].components(separatedBy: "-----")
        // The label, the base64, and the label again after END.
        guard opened.count == 2, parts.count == 4, labels.contains(parts[0]),
            parts[2] == "END \(parts[0])"
        else { throw .unreadable("not one signature in PEM") }
        return Array(parts[1].utf8)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }
}
