/// Bytes as text, two digits each.
enum Hexadecimal {
    static func lowercase(_ bytes: some Sequence<UInt8>) -> String {
        text(bytes, digits: Array("0123456789abcdef".utf8))
    }

    static func uppercase(_ bytes: some Sequence<UInt8>) -> String {
        text(bytes, digits: Array("0123456789ABCDEF".utf8))
    }

    private static func text(_ bytes: some Sequence<UInt8>, digits: [UInt8]) -> String {
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
