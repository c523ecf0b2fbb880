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
    let isDocumentTimestamp: Bool

    /// Four integers of at most ten digits, three spaces, two brackets.
    private static let byteRangeWidth = 36

    /// - Parameters:
    ///   - certifying: makes this the document's certification with that level.
    ///   - contentsRoom: the most bytes the CMS may have.
    init(_ claim: SignatureClaim, certifying: CertificationLevel?, contentsRoom: Int) {
        self.init(
            claim, transforms: certifying.map { [.certification($0)] } ?? [],
            contentsRoom: contentsRoom)
    }

    init(
        _ claim: SignatureClaim, format: SignatureFormat = .cades,
        transforms: [SignatureTransform], contentsRoom: Int
    ) {
        var details: PDFDictionary = ["M": .text(PDFDate(claim.date).text)]
        details["Name"] = .text(claim.name)
        details["Reason"] = claim.reason.map(PDFObject.text)
        details["Location"] = claim.location.map(PDFObject.text)
        // An empty array, or an empty dictionary in it, breaks Acrobat.
        if !transforms.isEmpty {
            details["Reference"] = .array(transforms.map { .dictionary($0.dictionary) })
        }
        self.init(
            opening: "/Type/Sig/Filter/Adobe.PPKLite/SubFilter/\(format.rawValue)",
            details: details, isDocumentTimestamp: false, contentsRoom: contentsRoom)
    }

    /// A document timestamp's (ISO 32000-2 §12.8.5): no /M, since its token tells the time.
    init(timestampWith details: PDFDictionary, contentsRoom: Int) {
        self.init(
            opening: "/Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161",
            details: details, isDocumentTimestamp: true, contentsRoom: contentsRoom)
    }

    private init(
        opening: String, details: PDFDictionary, isDocumentTimestamp: Bool, contentsRoom: Int
    ) {
        var bytes = Array("<<\(opening)/ByteRange".utf8)
        byteRange = bytes.count..<bytes.count + Self.byteRangeWidth
        bytes += [UInt8](repeating: UInt8(ascii: " "), count: Self.byteRangeWidth)
        bytes += "/Contents".utf8
        contents = bytes.count..<bytes.count + 2 * contentsRoom + 2
        bytes += HexadecimalHole.empty(room: contentsRoom)
        // The remaining entries without their opening `<<`.
        bytes += details.serialized.dropFirst(2)
        self.bytes = bytes
        self.isDocumentTimestamp = isDocumentTimestamp
    }

    /// `[0 b c d]` padded after the bracket, so that no number needs leading zeros.
    static func byteRange(hole: Range<Int>, end: Int) throws(SigningError) -> [UInt8] {
        guard end < 10_000_000_000 else { throw .fileTooLarge }
        let text = "[0 \(hole.lowerBound) \(hole.upperBound) \(end - hole.upperBound)]"
        let padding = String(repeating: " ", count: byteRangeWidth - text.utf8.count)
        return Array((text + padding).utf8)
    }
}

/// The container of a signature: the /SubFilter (ISO 32000-2 table 260; EN 319 142-1 §6.3).
public enum SignatureFormat: String, Codable, Hashable, Sendable {
    /// PAdES.
    case cades = "ETSI.CAdES.detached"
    /// For containers made elsewhere that do not keep to PAdES.
    case pkcs7 = "adbe.pkcs7.detached"
}
