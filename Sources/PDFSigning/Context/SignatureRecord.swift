internal import Crypto
import PDFCore

/// A signature that the revision holds, as validation data names it.
public struct SignatureRecord: Codable, Hashable, Sendable {
    /// The full name of its field.
    public var field: String
    /// Its key in the /VRI of a DSS: SHA-1 of the decoded /Contents, the zeros after the CMS
    /// included, in upper-case hexadecimal digits (ISO 32000-2 §12.8.4.4).
    public var key: String
    public var isDocumentTimestamp: Bool

    /// - Parameter contents: the decoded /Contents with all its padding.
    public init(field: String, contents: [UInt8], isDocumentTimestamp: Bool) {
        self.field = field
        key = Insecure.SHA1.hash(data: contents).map(Self.hexadecimal).joined()
        self.isDocumentTimestamp = isDocumentTimestamp
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
    }
}

extension [SignatureRecord] {
    /// Keeps the order of the names, which a file rebuilt from its bytes has too.
    mutating func insert(_ record: SignatureRecord) {
        insert(record, at: firstIndex { $0.field > record.field } ?? endIndex)
    }
}

extension PDFReader {
    /// The signature in this field; nil if it is unsigned.
    func signatureRecord(of field: FormField) throws(PDFError) -> SignatureRecord? {
        guard let value = try optionalDictionary(field.value) else { return nil }
        return SignatureRecord(
            field: field.name, contents: try resolve(value["Contents"]).bytes ?? [],
            isDocumentTimestamp: try name(value["Type"]) == "DocTimeStamp")
    }
}
