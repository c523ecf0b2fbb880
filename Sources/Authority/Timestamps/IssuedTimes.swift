import Domain
import Durability
import Foundation

/// Sees to it that no token is ever dated before another that was issued earlier, over restarts
/// too (RFC 3161 §2.1), without a flush to disk for each.
///
/// What lies on disk is a mark ahead of the issued times: every time issued is at or below it.
/// It is moved on once a second at most. Whoever starts again finds the mark, not the last time
/// issued, and waits until it has passed.
actor IssuedTimes {
    /// How far ahead of the clock the mark is set; the longest wait after a crash.
    static let leadSeconds: Int64 = 1

    private let path: String
    private var last: Instant
    private var mark: Instant

    /// - Parameter path: of the file with the mark, made at the first token.
    /// - Throws: ``MarkFault`` where the file is there and holds no mark.
    init(path: String) throws {
        self.path = path
        mark = try Self.mark(in: path)
        last = mark
    }

    /// The time of the next token. It is read here, where tokens wait for each other, so that
    /// those of one moment cannot overtake one another.
    ///
    /// Throws ``ClockBehind`` where the clock lies before a time that was issued.
    func next(by clock: any WallClock) throws -> Instant {
        let now = clock.now()
        guard now >= last else {
            throw ClockBehind(microseconds: last.microseconds - now.microseconds)
        }
        if now > mark { try advance(to: now.adding(seconds: Self.leadSeconds)) }
        last = now
        return now
    }

    private func advance(to mark: Instant) throws {
        try DurableFile.write(Array("\(mark.microseconds)\n".utf8), to: path)
        self.mark = mark
    }

    static func mark(in path: String) throws -> Instant {
        guard FileManager.default.fileExists(atPath: path) else {
            return Instant(microseconds: .min)
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let value = Int64(text.trimmingCharacters(in: .newlines)) else {
            throw MarkFault(path: path)
        }
        return Instant(microseconds: value)
    }
}

/// The clock lies before the last time that was issued.
struct ClockBehind: Error, Equatable {
    let microseconds: Int64
}

/// The file with the time mark cannot be used.
public struct MarkFault: Error, Equatable, CustomStringConvertible {
    let path: String

    public var description: String {
        "\(path) holds no time; restore it, or remove it if the clock is known to be right"
    }
}
