import Foundation
import Testing

@testable import Words

/// What the sources say, held against the catalogues.
@Suite("Phrases in use")
struct UsageTests {
    @Test("every key that is used exists")
    func known() throws {
        for usage in try Usage.all() where !usage.isPrefix {
            #expect(Words("en").has(usage.key), "\(usage.key) in \(usage.file)")
        }
    }

    @Test("every key that exists is used")
    func used() throws {
        let usages = try Usage.all()
        let keys = Set(usages.filter { !$0.isPrefix }.map(\.key))
        let prefixes = Set(usages.filter(\.isPrefix).map(\.key))
        for key in Words("en").catalogue.keys.sorted() where !keys.contains(key) {
            #expect(prefixes.contains { key.hasPrefix($0) }, "\(key)")
        }
    }
}

/// A key in a source file, or the beginning of keys whose end is put in.
private struct Usage {
    let key: String
    let isPrefix: Bool
    let file: String

    static func all() throws -> [Usage] {
        let sources = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources")
        let names = FileManager.default.enumerator(atPath: sources.path)?.allObjects ?? []
        return try names.compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".mustache") }
            .flatMap { name in
                let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
                return found(in: text, file: name)
            }
    }

    private static func found(in text: String, file: String) -> [Usage] {
        guard file.hasSuffix(".swift") else {
            return text.matches(of: /words\.([A-Za-z.]+)/).map {
                Usage(key: String($0.1), isPrefix: false, file: file)
            }
        }
        let families = Set(Words("en").catalogue.keys.map { $0.prefix { $0 != "." } })
        return text.matches(of: /"([a-z]+)(\.[A-Za-z.]*)("|\\\()/).compactMap { match in
            guard families.contains(match.1) else { return nil }
            return Usage(
                key: String(match.1 + match.2), isPrefix: match.3 != "\"", file: file)
        }
    }
}
