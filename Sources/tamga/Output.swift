import Domain
import Foundation

/// A command that cannot do what it was asked: one line, saying what and what to do.
struct Problem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    /// Any error as one line.
    static func line(_ error: any Error) -> String {
        let text = (error as? Refusal).map(refusal) ?? "\(error)"
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func refusal(_ refusal: Refusal) -> String {
        switch refusal {
        case .invalid(let path, let problem): "\(path): \(problem)"
        default: "\(refusal)"
        }
    }
}

/// Writes a line to standard output at once, also where it is a pipe.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Writes a line to standard error and goes on.
func note(_ line: String) {
    FileHandle.standardError.write(Data(("tamga: \(line.printable)\n").utf8))
}

/// Writes the line to standard error, where there is one, and ends the process.
func stop(_ status: Int32, _ line: String?) -> Never {
    if let line { FileHandle.standardError.write(Data((line + "\n").utf8)) }
    exit(status)
}

extension Instant {
    /// In UTC, to the second.
    var iso8601: String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }
}

/// A value as readable JSON, its keys sorted.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
