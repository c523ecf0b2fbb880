import Domain
import HTTPCommon
import Synchronization

/// What was last answered about whole documents. A document of the same version reads the same, so
/// that clients who ask again and again are answered without reading it (docs/decisions/0017-known-answers.md).
final class KnownAnswers: Sendable {
    struct Key: Hashable {
        let document: DocumentID
        let wire: WireVersion
    }

    private struct Answer {
        let version: Int
        let text: JSONText
    }

    private struct Shelves {
        var recent: [Key: Answer] = [:]
        var byteCount = 0
        /// What was recent when the shelf was last full, and was not asked for since.
        var older: [Key: Answer] = [:]
    }

    /// Of one of the two shelves, in bytes.
    private let byteLimit: Int
    private let shelves = Mutex(Shelves())

    init(byteLimit: Int = 2 << 20) {
        self.byteLimit = byteLimit
    }

    func answer(to key: Key, version: Int) -> JSONText? {
        shelves.withLock { shelves in
            if let answer = shelves.recent[key] {
                return answer.version == version ? answer.text : nil
            }
            guard let answer = shelves.older[key], answer.version == version else { return nil }
            put(answer, at: key, on: &shelves)
            return answer.text
        }
    }

    func keep(_ text: JSONText, as key: Key, version: Int) {
        shelves.withLock { put(Answer(version: version, text: text), at: key, on: &$0) }
    }

    private func put(_ answer: Answer, at key: Key, on shelves: inout Shelves) {
        let byteCount = answer.text.byteCount
        guard byteCount <= byteLimit else { return }
        if shelves.byteCount + byteCount > byteLimit {
            shelves = Shelves(older: shelves.recent)
        }
        shelves.byteCount += byteCount - (shelves.recent[key]?.text.byteCount ?? 0)
        shelves.recent[key] = answer
    }
}
