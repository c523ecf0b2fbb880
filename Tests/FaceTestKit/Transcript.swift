public import Foundation
public import Testing

/// A conversation with the server in a text file:
///
///     *** what happens beside the wire
///     >>> POST /v1/documents
///     Authorization: Bearer {author}
///
///     {"name": "…"}
///     <<< 200
///     Content-Type: application/json; charset=utf-8
///
///     {"documentID":"{guid as doc}"}
///
/// Lines of an expected body are joined without their indentation, so that JSON can be laid out;
/// the answer itself must match to the byte. `#` starts a comment between the parts.
public struct Transcript: Sendable, CustomTestStringConvertible {
    enum Step: Sendable {
        case event([String])
        case exchange(Exchange)
    }

    struct Exchange: Sendable {
        var line = 0
        var method = ""
        var target = ""
        var fields: [(name: String, value: String)] = []
        var bodyLines: [String] = []
        var status = 0
        var expectedFields: [(name: String, value: String)] = []
        /// Without indentation; empty where the transcript does not care.
        var expectedLines: [String] = []

        var body: String { bodyLines.joined(separator: "\n") }
        var expectedBody: String? {
            expectedLines.isEmpty ? nil : expectedLines.joined()
        }
    }

    public let name: String
    let steps: [Step]

    public var testDescription: String { name }

    /// Those of a test target's folder `Transcripts`, by name.
    public static func all(in bundle: Bundle) throws -> [Transcript] {
        let folder = bundle.bundleURL.appendingPathComponent("Transcripts")
        return try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { url in
                Transcript(
                    name: url.deletingPathExtension().lastPathComponent,
                    try String(contentsOf: url, encoding: .utf8))
            }
    }

    init(name: String, _ text: String) {
        self.name = name
        var reader = TranscriptReader()
        for (number, line) in text.components(separatedBy: "\n").enumerated() {
            reader.read(line, number: number + 1)
        }
        steps = reader.finished()
    }
}

private struct TranscriptReader {
    private enum Place {
        case between, requestFields, requestBody, replyFields, replyBody
    }

    private var place = Place.between
    private var exchange: Transcript.Exchange?
    private var steps: [Transcript.Step] = []

    mutating func read(_ line: String, number: Int) {
        if line.hasPrefix(">>> ") {
            let words = line.dropFirst(4).split(separator: " ", maxSplits: 1).map(String.init)
            end()
            exchange = Transcript.Exchange(line: number, method: words[0], target: words[1])
            place = .requestFields
        } else if line.hasPrefix("<<< ") {
            exchange?.status = Int(line.dropFirst(4)) ?? 0
            place = .replyFields
        } else if line.hasPrefix("*** ") {
            end()
            steps.append(.event(line.dropFirst(4).split(separator: " ").map(String.init)))
        } else if line.hasPrefix("#") {
            end()
        } else {
            readLine(line)
        }
    }

    private mutating func readLine(_ line: String) {
        switch place {
        case .between: break
        case .requestFields:
            if let field = field(line) {
                exchange?.fields.append(field)
            } else {
                place = .requestBody
            }
        case .requestBody: exchange?.bodyLines.append(line)
        case .replyFields:
            if let field = field(line) {
                exchange?.expectedFields.append(field)
            } else {
                place = .replyBody
            }
        case .replyBody:
            let text = line.trimmingCharacters(in: .whitespaces)
            if !text.isEmpty { exchange?.expectedLines.append(text) }
        }
    }

    private func field(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (
            String(line[..<colon]),
            line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        )
    }

    private mutating func end() {
        if let exchange { steps.append(.exchange(exchange)) }
        exchange = nil
        place = .between
    }

    mutating func finished() -> [Transcript.Step] {
        end()
        return steps
    }
}
