import Foundation
import Yams

/// A mapping in a file of the operator's, all of whose keys are known.
struct FileMapping {
    private let pairs: [String: Any]
    private let setting: Setting
    /// Where it stands in the file: `templates.invitation`; empty at the top.
    private let place: String

    /// The whole file, YAML or JSON.
    init(file path: String, of setting: Setting, keys: [String]) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let value = try? Yams.load(yaml: text)
        else { throw SettingError("\(setting.rawValue): \(path) cannot be read as YAML or JSON") }
        try self.init(value, of: setting, at: "", keys: keys)
    }

    /// - Parameter keys: those that there may be; `nil`: any.
    private init(_ value: Any, of setting: Setting, at place: String, keys: [String]?) throws {
        self.setting = setting
        self.place = place
        guard let pairs = value as? [String: Any] else {
            self.pairs = [:]
            throw error("no mapping of names to values")
        }
        self.pairs = pairs
        if let keys, let unknown = pairs.keys.sorted().first(where: { !keys.contains($0) }) {
            throw error("\(unknown) is none of \(keys.joined(separator: ", "))")
        }
    }

    var keys: [String] { pairs.keys.sorted() }

    func has(_ key: String) -> Bool { pairs[key] != nil }

    /// A number is no text: YAML would have changed its spelling before it is seen here.
    func text(_ key: String) throws -> String? {
        guard let value = pairs[key] else { return nil }
        guard let text = value as? String else { throw error("\(key) must be a text in quotes") }
        return text
    }

    func neededText(_ key: String) throws -> String {
        guard let text = try text(key), !text.isEmpty else { throw error("\(key) is missing") }
        return text
    }

    func isText(_ key: String) -> Bool { pairs[key] is String }

    func texts(_ key: String) throws -> [String] {
        guard let value = pairs[key] else { return [] }
        guard let texts = value as? [String] else { throw error("\(key) must be a list of texts") }
        return texts
    }

    func mapping(_ key: String, keys: [String]? = nil) throws -> FileMapping? {
        try pairs[key].map { try FileMapping($0, of: setting, at: inner(key), keys: keys) }
    }

    func error(_ reason: String) -> SettingError {
        SettingError(
            [setting.rawValue, place, reason].filter { !$0.isEmpty }.joined(separator: ": "))
    }

    private func inner(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }
}
