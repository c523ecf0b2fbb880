/// An upload that has arrived whole.
public struct NewFile: Equatable, Codable, Sendable {
    public let name: String
    public let blob: Blob

    public init(name: String, blob: Blob) {
        self.name = name
        self.blob = blob
    }
}

/// What inspecting a file came to.
public enum FileFinding: Equatable, Codable, Sendable {
    case readable(FileFacts)
    case unusable(FileTrouble)
}

extension Document {
    /// Total of one document's files, in bytes (contract LightDoc).
    public static let uploadLimit = 50 * 1024 * 1024
    public static let fileLimit = 100

    /// Files may be sent to a draft only.
    func admitUpload() throws(Refusal) {
        guard state == .draft else { throw .wrongState }
    }

    /// Replaces the files; inspecting the new ones is owed.
    func receiving(
        _ new: [NewFile], ids: [FileID], by user: User, at now: Instant
    ) throws(Refusal) -> Change {
        try admitUpload()
        guard !new.isEmpty else { throw .noFiles }
        guard new.count <= Self.fileLimit else { throw .tooManyFiles(limit: Self.fileLimit) }
        guard new.reduce(0, { $0 + $1.blob.byteCount }) <= Self.uploadLimit else {
            throw .uploadTooLarge(limit: Self.uploadLimit)
        }
        var change = Change(self)
        let current = new.indices.map { index in
            DocumentFile(
                id: ids[index], number: index + 1, name: new[index].name,
                original: new[index].blob, status: .parsing)
        }
        change.after.files = current + files.map(\.replaced)
        change.work.append(.inspect(id))
        for file in current {
            change.record(
                AuditEvent(.filesUploaded, by: .user(user.id, user.email), file.audit), at: now)
        }
        return change
    }

    /// Notes what the files were found to be. A signed upload must be alone. A draft that was to be
    /// sent by now and turns out unusable is not any more.
    func inspected(_ findings: [FileID: FileFinding], at now: Instant) throws(Refusal) -> Change {
        guard state == .draft else { throw .wrongState }
        let isAlone = files.filter(\.isCurrent).count == 1
        var change = Change(self)
        for (index, file) in files.enumerated() {
            guard file.isCurrent, let finding = findings[file.id] else { continue }
            change.after.files[index].status = finding.status(isAlone: isAlone)
            change.record(change.after.files[index].inspectionEvent, at: now)
        }
        if !change.after.isReadyToSend, let sendsAt = schedule.sendsAt, sendsAt <= now {
            change.after.schedule = Schedule()
            change.record(AuditEvent(.sendingCancelled, by: .system), at: now)
        }
        return change
    }
}

extension FileFinding {
    fileprivate func status(isAlone: Bool) -> DocumentFile.Status {
        switch self {
        case .readable(let facts) where facts.isSigned && !isAlone: .error(.signedAmongOthers)
        case .readable(let facts): .done(facts)
        case .unusable(let trouble): .error(trouble)
        }
    }
}

extension DocumentFile {
    fileprivate var replaced: DocumentFile {
        var file = self
        if isCurrent { file.status = .deleted(pageCount: pageCount) }
        return file
    }

    var audit: [String: String] {
        [
            "name": name, "number": String(number), "sha256": "\(original.hash)",
            "bytes": String(original.byteCount),
        ]
    }

    fileprivate var inspectionEvent: AuditEvent {
        if case .error(let trouble) = status {
            return AuditEvent(
                .fileRefused, by: .system, ["number": String(number), "reason": trouble.rawValue])
        }
        return AuditEvent(
            .fileInspected, by: .system,
            ["number": String(number), "pages": String(pageCount)])
    }
}
