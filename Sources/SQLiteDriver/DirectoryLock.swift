#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The right to be the only process that works in a data directory. It ends with the value, or with
/// the process, however that dies.
public final class DirectoryLock: Sendable {
    /// Why the lock was not had.
    public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// Another process works in the directory.
        case held(path: String)

        /// The lock file cannot be made or locked; `code` is the system's `errno`.
        case unusable(path: String, code: Int32)

        public var description: String {
            switch self {
            case .held(let path):
                "Another process works in this directory (\(path) is locked). Stop it first, "
                    + "or choose another data directory."
            case .unusable(let path, let code):
                "Cannot lock \(path): \(String(cString: strerror(code)))."
            }
        }
    }

    private let descriptor: Int32

    /// Locks the directory, or refuses at once. Children do not inherit the lock.
    public init(directory: String) throws(Failure) {
        let path = directory + "/tamga.lock"
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .unusable(path: path, code: errno) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            _ = close(opened)
            throw code == EWOULDBLOCK
                ? .held(path: path) : .unusable(path: path, code: code)
        }
        descriptor = opened
    }

    deinit {
        _ = close(descriptor)
    }
}
