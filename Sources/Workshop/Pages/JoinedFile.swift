import Dispatch
import Glibc
import PDFCore

/// Pieces copied one after another into a file of their own, for programs that read one file.
struct JoinedFile: Sendable {
    let pieces: [String]

    struct Failure: Error {
        let path: String
        let code: Int32
    }

    /// On a thread where waiting for the disk keeps no other task waiting.
    func write(to path: String) async throws {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try copy(to: path) })
            }
        }
    }

    private func copy(to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure(path: path, code: errno) }
        defer { close(file) }
        let source = try SegmentedSource(paths: pieces)
        for start in stride(from: 0, to: source.count, by: Self.window) {
            var rest = try source.read(start..<min(start + Self.window, source.count))[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                guard count > 0 else { throw Failure(path: path, code: errno) }
                rest = rest.dropFirst(count)
            }
        }
    }

    private static let window = 1024 * 1024
}
