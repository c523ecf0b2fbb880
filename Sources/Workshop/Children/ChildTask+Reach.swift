extension ChildTask {
    /// What the task must be able to open besides the machine's own files.
    var reach: Reach {
        switch self {
        case .inspect(let task): Reach(files: [task.file], folder: Self.folder(of: task.copy))
        case .prepare(let task): Reach(files: task.files, folder: task.output.folder)
        case .rebuildContext(let task): Reach(files: task.pieces)
        case .verify(let task): Reach(files: task.pieces)
        case .validate(let task): Reach(files: [task.file])
        case .drawPage(let task): Reach(files: [task.file], folder: Self.folder(of: task.output))
        case .readPage(let task): Reach(files: [task.file], folder: Self.folder(of: task.output))
        case .measurePages(let task): Reach(files: task.pieces)
        case .describe(let task): Reach(files: [task.file])
        case .judge(let task):
            Reach(files: [task.order.file] + (task.answers ?? []).compactMap(\.file))
        case .judgeSignature(let task):
            Reach(
                files: task.signed + task.answers.compactMap(\.file),
                folder: (task.place?.evidenceFile).map(Self.folder))
        case .drawCertificate, .drawAuditTrail, .readPicture, .timestampSignature, .probe,
            .tryFonts:
            Reach()
        }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    }
}
