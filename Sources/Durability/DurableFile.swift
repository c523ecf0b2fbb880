import Glibc

/// Files that survive a power cut: written beside, flushed, then named, and the name flushed.
public enum DurableFile {
    /// A step that the operating system refused; `code` is its errno.
    public struct Failure: Error, Equatable {
        public let step: String
        public let path: String
        public let code: Int32
    }

    /// Writes a small file whole, readable by its owner alone. An existing one is replaced.
    public static func write(_ bytes: [UInt8], to path: String) throws {
        // Of this process alone: a command may write the same file beside a server.
        let draft = "\(path).\(getpid()).draft"
        let file = try check(
            open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600), "open", draft)
        do {
            defer { close(file) }
            try writeAll(bytes, to: file, path: draft)
            try check(fsync(file), "fsync", draft)
            try name(draft, as: path)
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// Makes the bytes of a finished file durable.
    public static func flush(_ path: String) throws {
        let file = try check(open(path, O_RDONLY | O_CLOEXEC), "open", path)
        defer { close(file) }
        try check(fsync(file), "fsync", path)
    }

    /// Gives a flushed file its final name; on return the name is durable too.
    public static func name(_ draft: String, as path: String) throws {
        try check(rename(draft, path), "rename", draft)
        try flushFolder(of: path)
    }

    /// Makes the names in the folder of `path` durable.
    public static func flushFolder(of path: String) throws {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = try check(open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open", folder)
        defer { close(file) }
        try check(fsync(file), "fsync", folder)
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32, path: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw Failure(step: "write", path: path, code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    @discardableResult
    private static func check(_ result: Int32, _ step: String, _ path: String) throws -> Int32 {
        guard result >= 0 else { throw Failure(step: step, path: path, code: errno) }
        return result
    }
}
