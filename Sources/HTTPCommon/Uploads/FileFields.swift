/// Which fields of a form are files, and what these must be.
public struct FileFields: Sendable {
    let requiresPDF: Bool
    private let isFile: @Sendable (MultipartPart) -> Bool

    /// `files`, `files[]`, `files[7]`, `file`, in any case: documents to sign.
    public static let documents = FileFields(requiresPDF: true) { isDocumentField($0.name) }

    /// Whatever the browser sends as a file, of any kind, in a field whose name begins so.
    public static func anything(in prefix: String) -> FileFields {
        FileFields(requiresPDF: false) { part in
            part.fileName != nil && part.name.hasPrefix(prefix)
        }
    }

    private init(
        requiresPDF: Bool, isFile: @escaping @Sendable (MultipartPart) -> Bool
    ) {
        self.requiresPDF = requiresPDF
        self.isFile = isFile
    }

    func contains(_ part: MultipartPart) -> Bool { isFile(part) }

    static func isDocumentField(_ name: String) -> Bool {
        let name = name.lowercased()
        guard name != "file", name != "files" else { return true }
        guard name.hasPrefix("files["), name.hasSuffix("]") else { return false }
        return name.dropFirst(6).dropLast().allSatisfy { ("0"..."9").contains($0) }
    }
}
