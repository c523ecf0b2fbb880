import Foundation
import SignOKFace
import Yams

extension Vocabulary {
    /// The contract's own, but for what the file says: `draft: {code: ESC000, label: 작성}`, and so
    /// on for every state that is called otherwise.
    init(file path: String?) throws {
        guard let path else {
            self.init()
            return
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let states = try Yams.load(yaml: text) as? [String: Any]
        else { throw Self.error("\(path) cannot be read as a mapping of states") }
        let entries = try states.map { (try Self.state($0.key), try Self.entry($0)) }
        guard let vocabulary = Vocabulary(replacing: Dictionary(uniqueKeysWithValues: entries))
        else { throw Self.error("a code or label is blank, or a code means two states") }
        self = vocabulary
    }

    private static func state(_ name: String) throws -> State {
        guard let state = State(rawValue: name) else {
            let all = State.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("\(name) is none of \(all)")
        }
        return state
    }

    private static func entry(_ state: (key: String, value: Any)) throws -> Entry {
        guard let pair = state.value as? [String: Any], pair.count == 2, let code = pair["code"],
            let label = pair["label"]
        else { throw error("\(state.key) needs a code and a label, and nothing else") }
        return Entry(code: "\(code)", label: "\(label)")
    }

    private static func error(_ reason: String) -> SettingError {
        SettingError("\(Setting.signOKVocabulary.rawValue): \(reason)")
    }
}
