import Domain

/// One upload while its bytes arrive: files on their way into the archive, and the small fields
/// around them.
struct UploadIntake: Sendable {
    private let archive: any Archive
    private let fileFields: FileFields
    private var files: [(field: String, file: IncomingFile)] = []
    private var current: IncomingFile?
    private var byteCount = 0
    private var texts: [(name: String, value: [UInt8])] = []
    private var part = ""

    init(_ fileFields: FileFields, archive: any Archive) {
        self.fileFields = fileFields
        self.archive = archive
    }

    /// Fields that are no files, in their order.
    var fields: QueryItems {
        QueryItems(texts.map { ($0.name, String(validating: $0.value, as: UTF8.self)) })
    }

    mutating func take(_ event: MultipartParser.Event) async throws {
        switch event {
        case .begin(let part): try begin(part)
        case .data(let bytes): try await append(bytes)
        case .end: try await end()
        }
    }

    private mutating func begin(_ part: MultipartPart) throws {
        self.part = part.name
        guard fileFields.contains(part) else { return texts.append((part.name, [])) }
        guard files.count < Document.fileLimit else {
            throw Refusal.tooManyFiles(limit: Document.fileLimit)
        }
        current = IncomingFile(
            part.fileName, number: files.count + 1, requiresPDF: fileFields.requiresPDF,
            archive: archive)
    }

    private mutating func append(_ bytes: [UInt8]) async throws {
        guard current != nil else { return try appendText(bytes) }
        byteCount += bytes.count
        guard byteCount <= Document.uploadLimit else {
            throw Refusal.uploadTooLarge(limit: Document.uploadLimit)
        }
        try await current?.append(bytes)
    }

    private mutating func appendText(_ bytes: [UInt8]) throws {
        texts[texts.count - 1].value += bytes
        let total = texts.reduce(0) { $0 + $1.value.count }
        guard total <= fileFields.textByteLimit else {
            throw RequestFailure.bodyTooLarge(limit: fileFields.textByteLimit)
        }
    }

    /// An empty part without a name is a form's file field in which nothing was chosen.
    private mutating func end() async throws {
        guard var file = current else { return }
        if file.isChosen {
            try await file.end()
            files.append((part, file))
        }
        current = nil
    }

    func commit() async throws -> [SentFile] {
        var committed: [SentFile] = []
        for (field, file) in files {
            committed.append(SentFile(field: field, file: try await file.commit()))
        }
        return committed
    }

    func firstLent() throws -> LentFile {
        guard let (_, file) = files.first else { throw Refusal.noFiles }
        return try file.lent()
    }

    func discard() async {
        for file in files.map(\.file) + (current.map { [$0] } ?? []) { await file.discard() }
    }
}
