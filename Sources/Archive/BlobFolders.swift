import Domain
import Glibc
import Synchronization

/// Where blobs lie: `blobs/ab/cd/abcd…`, so that no folder grows beyond what is handy.
final class BlobFolders: Sendable {
    private let root: String
    private let steps: DiskSteps
    /// Folders whose own names are known to be durable. One that merely exists may have been
    /// made a moment ago by another writer, who has not flushed it yet.
    private let durable = Mutex<Set<String>>([])

    init(root: String, steps: DiskSteps) {
        self.root = root
        self.steps = steps
    }

    func path(of hash: ContentHash) -> String {
        "\(folders(of: hash)[1])/\(hash)"
    }

    /// Makes the folders of a blob, durably.
    func make(for hash: ContentHash) throws {
        for folder in folders(of: hash) where !durable.withLock({ $0.contains(folder) }) {
            try makeFolder(folder)
            try steps.flushFolder(folder)
            durable.withLock { _ = $0.insert(folder) }
        }
    }

    private func folders(of hash: ContentHash) -> [String] {
        let name = hash.description
        let outer = "\(root)/\(name.prefix(2))"
        return [outer, "\(outer)/\(name.dropFirst(2).prefix(2))"]
    }
}

/// Makes a folder for the owner alone, unless it is there.
func makeFolder(_ path: String) throws(ArchiveFault) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    throw .refused(step: "mkdir", path: path, code: errno)
}

/// The length of the file at a path, where there is one.
func byteCount(at path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
}
