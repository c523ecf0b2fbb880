internal import SQLText
import Synchronization

/// The connections for single rows: as many as are in use at once, kept for the next.
final class ShortReaders: Sendable {
    /// More are opened in a crowd, but not kept.
    private static let largestKept = 8

    private let path: String
    private let idle = Mutex<[ShortReader]>([])

    init(path: String) {
        self.path = path
    }

    /// - Throws: ``SQLError``.
    func firstRow(of statement: SQL) throws -> Row? {
        let kept = idle.withLock { $0.popLast() }
        let reader = try kept ?? ShortReader(path: path)
        // After a failure too: its statement is reset, so nothing of it is left.
        defer { keep(reader) }
        return try reader.firstRow(of: statement)
    }

    private func keep(_ reader: ShortReader) {
        idle.withLock { if $0.count < Self.largestKept { $0.append(reader) } }
    }

    func close() { idle.withLock { $0 = [] } }
}
