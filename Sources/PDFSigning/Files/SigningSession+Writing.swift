import Glibc
import PDFCore

extension SigningSession {
    /// The signed file could not be written; `code` is the errno.
    public struct WritingFailure: Error, Hashable, Sendable {
        public let path: String
        public let code: Int32
    }

    /// Writes the file with all its updates to a new file.
    ///
    /// The bytes are copied in windows and not flushed: whoever must survive a power cut flushes
    /// the file before giving it its name.
    /// - Throws: ``WritingFailure``, also where `path` exists already: no file is overwritten.
    public func write(to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw WritingFailure(path: path, code: errno) }
        do {
            for start in stride(from: 0, to: base.count, by: Self.windowSize) {
                let end = min(start + Self.windowSize, base.count)
                try Self.write(try base.read(start..<end), to: file, path)
            }
            for update in updates { try Self.write(update, to: file, path) }
        } catch {
            close(file)
            unlink(path)
            throw error
        }
        guard close(file) == 0 else { throw WritingFailure(path: path, code: errno) }
    }

    private static let windowSize = 256 * 1024

    private static func write(
        _ bytes: [UInt8], to file: Int32, _ path: String
    ) throws(WritingFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw WritingFailure(path: path, code: errno) }
            rest = rest.dropFirst(count)
        }
    }
}

extension SigningSession {
    /// The full names of the fields that bear a signature or a document timestamp, in the order
    /// in which they were signed as far as that is known.
    public var signedFields: [String] { context.structure.signatures.map(\.field) }
}
