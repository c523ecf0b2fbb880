import Foundation

/// A file's last signature, found by looking at the bytes: what it signs, and its container.
struct SignedParts {
    let signed: [UInt8]
    let container: [UInt8]

    init?(of file: [UInt8]) {
        let text = String(decoding: file, as: UTF8.self)
        guard let range = text.matches(of: /\/ByteRange ?\[0 (\d+) (\d+) (\d+)\]/).last,
            let (start, end, rest) = Self.numbers(range.output), end + rest == file.count
        else { return nil }
        signed = Array(file[..<start] + file[end...])
        container = Self.container(file[(start + 1)..<(end - 1)])
    }

    private static func numbers(
        _ match: (Substring, Substring, Substring, Substring)
    ) -> (Int, Int, Int)? {
        guard let start = Int(match.1), let end = Int(match.2), let rest = Int(match.3) else {
            return nil
        }
        return (start, end, rest)
    }

    /// Without the zeros that fill the room.
    private static func container(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        let text = Array(digits)
        let bytes = stride(from: 0, to: text.count - 1, by: 2).compactMap { index in
            UInt8(String(decoding: text[index...index + 1], as: UTF8.self), radix: 16)
        }
        // SEQUENCE with a length of two octets.
        let length = bytes.count > 4 ? 4 + (Int(bytes[2]) << 8) + Int(bytes[3]) : 0
        return Array(bytes.prefix(length))
    }
}
