import PDFCore
import Testing

extension Attack {
    /// The decoded /Contents of a signature, with its padding.
    func container(_ name: String) throws -> [UInt8] {
        try #require(try reader.dictionary(field(name).value)["Contents"]?.bytes)
    }

    /// Replaces a signature's container, padded with zeros.
    mutating func fill(_ name: String, with container: [UInt8]) throws {
        let place = try place(of: "Contents", of: name)
        let digits = Array("0123456789abcdef".utf8)
        var hex = container.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        hex = Array(hex.prefix(place.count - 2))
        hex += [UInt8](repeating: digits[0], count: place.count - 2 - hex.count)
        overwrite(place.lowerBound + 1..<place.upperBound - 1, by: hex)
    }

    mutating func flip(_ name: String, at place: ([UInt8]) -> Int?) throws {
        var der = try container(name)
        der[try #require(place(der))] ^= 1
        try fill(name, with: der)
    }

    mutating func rewriteContents(_ text: String) throws {
        overwrite(try place(of: "Contents", of: "p01"), by: Array(text.utf8))
    }

    /// Writes p01's range anew; b, c, d stand for its numbers, a and e for those one less.
    mutating func rewriteRange(_ pattern: String) throws {
        let place = try place(of: "ByteRange", of: "p01")
        let numbers = try PDFObject(parsing: Array(bytes[place])).array?.compactMap(\.asInteger)
        let range = try #require(numbers)
        var text = pattern
        let letters = [
            "b": range[1], "c": range[2], "d": range[3], "a": range[1] - 1, "e": range[3] - 9,
        ]
        for (letter, number) in letters where pattern.hasPrefix("[") {
            text = text.replacing(letter, with: String(number))
        }
        // Behind the range there is room kept for longer numbers.
        let end = bytes[place.upperBound...].prefix { $0 == 0x20 }.endIndex
        overwrite(place.lowerBound..<end, by: Array(text.utf8))
    }
}

extension [UInt8] {
    func firstPlace(of part: [UInt8]) -> Int? {
        indices.first { self[$0...].starts(with: part) }
    }
}
