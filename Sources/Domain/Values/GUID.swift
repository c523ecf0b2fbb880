/// The text of a UUID, 8-4-4-4-12 hexadecimal digits (RFC 9562 §4). Written out because every
/// request reads and prints several, and the general routines cost more than a look into the store.
enum GUID {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// 36 characters, upper case.
    static func text(of bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for (index, byte) in bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                text[place] = digits[Int(byte >> 4)]
                text[place + 1] = digits[Int(byte & 15)]
                place += 2
            }
            return place
        }
    }

    /// The 16 bytes, digits in any case; `nil` for any other text.
    static func bytes(of text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8(bytes)
    }

    private static func bytes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count == 36 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        var place = 0
        while place < 36 {
            if place == 8 || place == 13 || place == 18 || place == 23 {
                guard text[place] == UInt8(ascii: "-") else { return nil }
                place += 1
            }
            guard let high = hexDigitValue(text[place]), let low = hexDigitValue(text[place + 1])
            else { return nil }
            bytes.append(high << 4 | low)
            place += 2
        }
        return bytes
    }
}
