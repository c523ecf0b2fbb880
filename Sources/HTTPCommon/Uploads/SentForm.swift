public import Domain

/// A form with its files, which lie in the archive.
public struct SentForm: Sendable {
    public let fields: QueryItems
    public let files: [SentFile]

    public init(fields: QueryItems, files: [SentFile] = []) {
        self.fields = fields
        self.files = files
    }
}

/// A file, and the field in which it came.
public struct SentFile: Equatable, Sendable {
    public let field: String
    public let file: NewFile

    public init(field: String, file: NewFile) {
        self.field = field
        self.file = file
    }
}
