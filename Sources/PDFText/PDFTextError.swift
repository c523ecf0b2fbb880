/// Why a text could not be drawn.
public enum PDFTextError: Error, Hashable, Sendable {
    /// No installed font has an outline for this character.
    case noGlyph(Unicode.Scalar)
    /// The text is longer than one block may be (UTF-8 bytes).
    case textTooLong(byteCount: Int)
    /// HarfBuzz could not make a subset of the font named.
    case fontNotEmbeddable(String)
    /// The text does not fit into a QR code.
    case noQRCode
    /// An image that is none or cannot be shown, and why.
    case unusableImage(String)
}

extension PDFTextError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noGlyph(let scalar):
            "no installed font can draw \(Self.name(of: scalar))"
        case .textTooLong(let byteCount):
            "a text of \(byteCount) bytes is too long to be drawn"
        case .fontNotEmbeddable(let name):
            "the font \(name) cannot be embedded"
        case .noQRCode:
            "the text does not fit into a QR code"
        case .unusableImage(let reason):
            "the image cannot be used: \(reason)"
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return scalar.properties.generalCategory == .control ? code : "\"\(scalar)\" (\(code))"
    }
}
