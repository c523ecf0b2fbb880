import Glibc

/// Files that can be made again at any time, up to a total size; what was not used for longest
/// goes first.
actor PageCache {
    private let folder: String
    private let byteLimit: Int
    private var entries: [String: Entry] = [:]
    private var making: [String: Task<String, any Error>] = [:]
    private var total = 0
    private var uses = 0

    private struct Entry {
        let byteCount: Int
        var lastUse: Int
    }

    /// The newest stay, however large: somebody may be reading them.
    private static let alwaysKept = 16

    struct Failure: Error {
        let step: String
        let path: String
        let code: Int32
    }

    /// Takes up what an earlier run left in the folder, which is made if absent.
    init(folder: String, byteLimit: Int) throws {
        self.folder = folder
        self.byteLimit = byteLimit
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw Failure(step: "mkdir", path: folder, code: errno)
        }
        for name in FolderListing(folder).names {
            let path = "\(folder)/\(name)"
            if name.hasSuffix(Self.draft) {
                unlink(path)
            } else if fileSize(path) == nil {
                WorkFolder.remove(path)
            } else if let byteCount = fileSize(path) {
                entries[name] = Entry(byteCount: byteCount, lastUse: 0)
                total += byteCount
            }
        }
    }

    private static let draft = ".draft"

    /// The path of a file, made by `make` at the path it is given where the cache has it not.
    /// Several who ask for one at once wait for one making.
    func file(
        _ name: String, make: @escaping @Sendable (_ path: String) async throws -> Void
    ) async throws -> String {
        if entries[name] != nil {
            uses += 1
            entries[name]?.lastUse = uses
            return "\(folder)/\(name)"
        }
        if let task = making[name] { return try await task.value }
        let task = Task { try await made(name, make) }
        making[name] = task
        defer { making[name] = nil }
        return try await task.value
    }

    private func made(
        _ name: String, _ make: @Sendable (String) async throws -> Void
    ) async throws -> String {
        let path = "\(folder)/\(name)"
        let draft = path + Self.draft
        do {
            try await make(draft)
            guard let byteCount = fileSize(draft), rename(draft, path) == 0 else {
                throw Failure(step: "rename", path: draft, code: errno)
            }
            note(name, byteCount)
        } catch {
            unlink(draft)
            throw error
        }
        return path
    }

    private func note(_ name: String, _ byteCount: Int) {
        uses += 1
        entries[name] = Entry(byteCount: byteCount, lastUse: uses)
        total += byteCount
        guard total > byteLimit else { return }
        let oldest = entries.sorted { $0.value.lastUse < $1.value.lastUse }
        for (name, entry) in oldest.dropLast(Self.alwaysKept) where total > byteLimit {
            unlink("\(folder)/\(name)")
            entries[name] = nil
            total -= entry.byteCount
        }
    }
}

/// The length of a regular file.
private func fileSize(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
}
