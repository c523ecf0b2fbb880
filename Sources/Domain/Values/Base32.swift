/// Crockford's base 32, lower case, without padding: no letter is mistaken for a digit.
public enum Base32 {
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    public static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((8 * bytes.count + 4) / 5)
        var (buffer, bitCount) = (UInt32(0), 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 5 {
                bitCount -= 5
                text.append(digits[Int(buffer >> UInt32(bitCount)) & 31])
            }
        }
        if bitCount > 0 { text.append(digits[Int(buffer << UInt32(5 - bitCount)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
