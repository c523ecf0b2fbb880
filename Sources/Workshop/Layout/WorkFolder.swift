import Glibc

/// A folder of one task's own below the scratch folder.
enum WorkFolder {
    struct Failure: Error {
        let path: String
        let code: Int32
    }

    /// Makes the folder, lends it, and removes it with the files in it.
    static func lend<Result>(
        below scratch: String, _ body: (_ path: String) async throws -> Result
    ) async throws -> Result {
        let path = "\(scratch)/task-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        guard mkdir(path, 0o700) == 0 else { throw Failure(path: path, code: errno) }
        defer { remove(path) }
        return try await body(path)
    }

    /// Removes a folder with the files in it.
    static func remove(_ path: String) {
        for name in FolderListing(path).names { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}

/// The names in a folder; none where it cannot be read.
struct FolderListing {
    let names: [String]

    init(_ path: String) {
        guard let directory = opendir(path) else {
            names = []
            return
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        self.names = names
    }
}
