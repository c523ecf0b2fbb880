import PDFCore

/// A signature dictionary as written before signing: blank where the byte range and the CMS go.
///
/// It is serialised here rather than by the general writer because both places must be known to
/// the byte, and because /ByteRange has to keep its width whatever its numbers become.
struct SignatureDictionary {
    /// From `<<` to `>>`.
    let bytes: [UInt8]
    /// Where `[0 b c d]` and its padding go, from the start of `bytes`.
    let byteRange: Range<Int>
    /// The hexadecimal string of /Contents with its angle brackets, from the start of `bytes`.
    let contents: Range<Int>

    /// Four integers of at most ten digits, three spaces, two brackets.
    private static let byteRangeWidth = 36

    /// - Parameters:
    ///   - certifying: makes this the document's certification with that level.
    ///   - contentsRoom: the most bytes the CMS may have.
    init(_ claim: SignatureClaim, certifying: CertificationLevel?, contentsRoom: Int) {
        var bytes = Array(
            "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange".utf8)
        byteRange = bytes.count..<bytes.count + Self.byteRangeWidth
        bytes += [UInt8](repeating: UInt8(ascii: " "), count: Self.byteRangeWidth)
        bytes += "/Contents".utf8
        contents = bytes.count..<bytes.count + 2 * contentsRoom + 2
        bytes += HexadecimalHole.empty(room: contentsRoom)
        // The remaining entries without their opening `<<`.
        bytes += Self.details(claim, certifying).serialized.dropFirst(2)
        self.bytes = bytes
    }

    private static func details(
        _ claim: SignatureClaim, _ level: CertificationLevel?
    ) -> PDFDictionary {
        var details: PDFDictionary = ["M": .text(PDFDate(claim.date).text)]
        details["Name"] = .text(claim.name)
        details["Reason"] = claim.reason.map(PDFObject.text)
        details["Location"] = claim.location.map(PDFObject.text)
        details["Reference"] = level.map { [.dictionary(transform($0))] }
        return details
    }

    private static func transform(_ level: CertificationLevel) -> PDFDictionary {
        let parameters: PDFDictionary = [
            "Type": .name("TransformParams"), "V": .name("1.2"), "P": .integer(level.rawValue),
        ]
        return [
            "Type": .name("SigRef"), "TransformMethod": .name("DocMDP"),
            "TransformParams": .dictionary(parameters),
        ]
    }

    /// `[0 b c d]` padded after the bracket, so that no number needs leading zeros.
    static func byteRange(hole: Range<Int>, end: Int) throws(SigningError) -> [UInt8] {
        guard end < 10_000_000_000 else { throw .fileTooLarge }
        let text = "[0 \(hole.lowerBound) \(hole.upperBound) \(end - hole.upperBound)]"
        let padding = String(repeating: " ", count: byteRangeWidth - text.utf8.count)
        return Array((text + padding).utf8)
    }
}

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
