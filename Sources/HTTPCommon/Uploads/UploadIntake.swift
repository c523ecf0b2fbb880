import Domain

/// The files of one upload while their bytes arrive.
struct UploadIntake: Sendable {
    private let archive: any Archive
    private var files: [IncomingFile] = []
    private var current: IncomingFile?
    private var byteCount = 0

    init(archive: any Archive) {
        self.archive = archive
    }

    mutating func take(_ event: MultipartParser.Event) async throws {
        switch event {
        case .begin(let part): try begin(part)
        case .data(let bytes): try await append(bytes)
        case .end: try await end()
        }
    }

    private mutating func begin(_ part: MultipartPart) throws {
        guard Self.isFileField(part.name) else { return }
        guard files.count < Document.fileLimit else {
            throw Refusal.tooManyFiles(limit: Document.fileLimit)
        }
        current = IncomingFile(part.fileName, number: files.count + 1, archive: archive)
    }

    private mutating func append(_ bytes: [UInt8]) async throws {
        guard current != nil else { return }
        byteCount += bytes.count
        guard byteCount <= Document.uploadLimit else {
            throw Refusal.uploadTooLarge(limit: Document.uploadLimit)
        }
        try await current?.append(bytes)
    }

    /// An empty part without a name is a form's file field in which nothing was chosen.
    private mutating func end() async throws {
        guard var file = current else { return }
        if file.isChosen {
            try await file.end()
            files.append(file)
        }
        current = nil
    }

    mutating func commit() async throws -> [NewFile] {
        guard !files.isEmpty else { throw Refusal.noFiles }
        var committed: [NewFile] = []
        for file in files { committed.append(try await file.commit()) }
        return committed
    }

    func firstLent() throws -> LentFile {
        guard let file = files.first else { throw Refusal.noFiles }
        return try file.lent()
    }

    func discard() async {
        for file in files + (current.map { [$0] } ?? []) { await file.discard() }
    }

    /// `files`, `files[]`, `files[7]`, `file`, in any case.
    static func isFileField(_ name: String) -> Bool {
        let name = name.lowercased()
        guard name != "file", name != "files" else { return true }
        guard name.hasPrefix("files["), name.hasSuffix("]") else { return false }
        return name.dropFirst(6).dropLast().allSatisfy { ("0"..."9").contains($0) }
    }
}
