/// The hexadecimal string of /Contents: fixed in length before hashing, zero after the CMS.
enum HexadecimalHole {
    static func empty(room: Int) -> [UInt8] {
        var text = [UInt8](repeating: UInt8(ascii: "0"), count: 2 * room + 2)
        text[0] = UInt8(ascii: "<")
        text[text.count - 1] = UInt8(ascii: ">")
        return text
    }

    static func filled(with cms: [UInt8], room: Int) throws(SigningError) -> [UInt8] {
        guard cms.count <= room else {
            throw .roomExceeded(measured: cms.count, room: room)
        }
        let digits = Array("0123456789abcdef".utf8)
        var text = empty(room: room)
        for (index, byte) in cms.enumerated() {
            text[1 + 2 * index] = digits[Int(byte >> 4)]
            text[2 + 2 * index] = digits[Int(byte & 15)]
        }
        return text
    }
}
