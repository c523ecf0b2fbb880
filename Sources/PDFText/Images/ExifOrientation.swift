/// The orientation that a camera notes beside a picture (Exif 2.3, 4.6.4): a TIFF directory.
struct ExifOrientation {
    /// 1 is upright; 2 mirrors; 3 turns half round, 6 and 8 a quarter; the others do both.
    let number: Int

    private static let tag = 0x0112

    /// Nil unless `segment` is such a note.
    init?(_ segment: ArraySlice<UInt8>) {
        guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
        let tiff = TIFFNumbers(Array(segment.dropFirst(6)))
        guard let start = tiff.number(at: 4, count: 4), let count = tiff.number(at: start, count: 2)
        else { return nil }
        for entry in 0..<count {
            let place = start + 2 + 12 * entry
            guard let tag = tiff.number(at: place, count: 2) else { return nil }
            guard tag == Self.tag else { continue }
            guard let number = tiff.number(at: place + 8, count: 2), (1...8).contains(number) else {
                return nil
            }
            self.number = number
            return
        }
        return nil
    }
}

/// Numbers of either byte order.
private struct TIFFNumbers {
    private let bytes: [UInt8]
    private let isLittleEndian: Bool

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isLittleEndian = bytes.starts(with: "II".utf8)
    }

    func number(at place: Int, count: Int) -> Int? {
        guard place >= 0, place <= bytes.count - count else { return nil }
        let part = bytes[place..<place + count]
        return isLittleEndian
            ? part.reversed().reduce(0) { $0 << 8 | Int($1) }
            : part.reduce(0) { $0 << 8 | Int($1) }
    }
}
