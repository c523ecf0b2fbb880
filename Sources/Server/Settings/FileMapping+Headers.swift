import Foundation

extension FileMapping {
    /// Header fields, each a text, or a secret that is kept elsewhere:
    /// `{environment: NAME}` or `{file: PATH}`, with what precedes it as `prefix`.
    func headers(_ environment: [String: String]) throws -> [String: String] {
        var headers: [String: String] = [:]
        for name in keys {
            guard Self.isName(name) else { throw error("\(name) is no name of a header field") }
            let value = try isText(name) ? neededText(name) : secret(name, environment)
            guard Self.isValue(value) else { throw error("\(name) has more than one line") }
            headers[name] = value
        }
        return headers
    }

    private func secret(_ name: String, _ environment: [String: String]) throws -> String {
        guard let source = try mapping(name, keys: ["environment", "file", "prefix"]),
            source.has("environment") != source.has("file")
        else { throw error("\(name) needs either environment or file") }
        let value =
            try source.has("file")
            ? source.contents() : environment[source.neededText("environment")] ?? ""
        guard !value.isEmpty else { throw error("\(name): its secret is not there") }
        return (try source.text("prefix") ?? "") + value
    }

    private func contents() throws -> String {
        let text = try? String(contentsOfFile: neededText("file"), encoding: .utf8)
        return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }

    /// RFC 9110 §5.1. What frames the message is the client's own.
    private static func isName(_ name: String) -> Bool {
        !["host", "content-length", "transfer-encoding", "connection"].contains(name.lowercased())
            && name.wholeMatch(of: /[A-Za-z0-9!#$%&'*+.^_`|~-]+/) != nil
    }

    /// RFC 9110 §5.5.
    private static func isValue(_ value: String) -> Bool {
        value.unicodeScalars.allSatisfy { $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }
    }
}
