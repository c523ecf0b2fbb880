import HTTPTypes
public import HummingbirdCore

/// Which fields of a form are files, and what these must be.
public struct FileFields: Sendable {
    let requiresPDF: Bool
    /// Of all other fields together, in bytes.
    let textByteLimit: Int
    private let isFile: @Sendable (MultipartPart) -> Bool

    /// `files`, `files[]`, `files[7]`, `file`, in any case: documents to sign.
    public static let documents = FileFields(requiresPDF: true) { isDocumentField($0.name) }

    /// The same in a field of another name, with JSON beside them.
    public static func documents(in field: String) -> FileFields {
        FileFields(requiresPDF: true, textByteLimit: Request.jsonLimit) { part in
            isNumbered(part.name.lowercased(), field)
        }
    }

    /// Whatever the browser sends as a file, of any kind, in a field whose name begins so.
    public static func anything(in prefix: String) -> FileFields {
        FileFields(requiresPDF: false) { part in
            part.fileName != nil && part.name.hasPrefix(prefix)
        }
    }

    private init(
        requiresPDF: Bool, textByteLimit: Int = Request.formLimit,
        isFile: @escaping @Sendable (MultipartPart) -> Bool
    ) {
        self.requiresPDF = requiresPDF
        self.textByteLimit = textByteLimit
        self.isFile = isFile
    }

    func contains(_ part: MultipartPart) -> Bool { isFile(part) }

    static func isDocumentField(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == "file" || isNumbered(name, "files")
    }

    /// The field itself, or with a number in brackets, which may be left out.
    private static func isNumbered(_ name: String, _ field: String) -> Bool {
        guard name != field else { return true }
        guard name.hasPrefix("\(field)["), name.hasSuffix("]") else { return false }
        return name.dropFirst(field.count + 1).dropLast().allSatisfy { ("0"..."9").contains($0) }
    }
}

extension Request {
    /// A form with files (RFC 7578).
    public var isMultipart: Bool {
        ParameterizedValue(headers[.contentType] ?? "").value == "multipart/form-data"
    }
}
