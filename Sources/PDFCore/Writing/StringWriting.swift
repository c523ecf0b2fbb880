/// String objects (ISO 32000-2, 7.3.4): literal where mostly printable, else hexadecimal.
enum StringWriting {
    static func write(_ string: [UInt8], to bytes: inout [UInt8]) {
        let printable = string.count { (0x20..<0x7F).contains($0) }
        if printable * 4 >= string.count * 3 {
            writeLiteral(string, to: &bytes)
        } else {
            writeHexadecimal(string, to: &bytes)
        }
    }

    private static func writeLiteral(_ string: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "("))
        for byte in string {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
                bytes += [UInt8(ascii: "\\"), byte]
            // A bare end of line would be read as LF whatever it was (7.3.4.2).
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: ")"))
    }

    private static func writeHexadecimal(_ string: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        for byte in string { bytes += Hexadecimal.digits(byte) }
        bytes.append(UInt8(ascii: ">"))
    }
}

enum Hexadecimal {
    private static let alphabet = Array("0123456789ABCDEF".utf8)

    static func digits(_ byte: UInt8) -> [UInt8] {
        [alphabet[Int(byte >> 4)], alphabet[Int(byte & 0xF)]]
    }

    /// The value of one digit, nil if it is none.
    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
