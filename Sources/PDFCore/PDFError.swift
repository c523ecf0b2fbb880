/// Why a PDF could not be read or decoded.
///
/// Two errors are equal when their codes are; the reason and the place are for people.
public struct PDFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of trouble, for decisions.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// No PDF header, or no `startxref`: this is not a PDF file at all.
        case notPDF
        /// The bytes break the syntax of ISO 32000-2.
        case syntax
        /// A cross-reference section, `startxref` or `/Prev` is wrong.
        case crossReference
        /// An object is absent or of another type than its place demands.
        case missing
        /// The file is encrypted, so the asked content cannot be read.
        case encrypted
        /// A filter, predictor or feature that this reader does not decode.
        case unsupported
        /// A limit on size, number or depth was exceeded.
        case limit
        /// The bytes themselves could not be read.
        case input
    }

    public let code: Code
    /// One line in English, without the file's name.
    public let reason: String
    /// Where in the file, in bytes from its start, if known.
    public let offset: Int?

    public init(_ code: Code, _ reason: String, offset: Int? = nil) {
        self.code = code
        self.reason = reason
        self.offset = offset
    }

    public static func == (left: PDFError, right: PDFError) -> Bool { left.code == right.code }

    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    public var description: String {
        guard let offset else { return "\(code.rawValue): \(reason)" }
        return "\(code.rawValue) at byte \(offset): \(reason)"
    }
}
