internal import SQLText

/// A set of an enumeration's words in one column: sorted and separated by spaces.
struct WordSet<Word: RawRepresentable<String> & Hashable>: SQLConvertible {
    let words: Set<Word>

    init(_ words: Set<Word>) {
        self.words = words
    }

    var sqlValue: SQLValue {
        .text(words.map(\.rawValue).sorted().joined(separator: " "))
    }

    init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        let spelled = text.split(separator: " ").map { Word(rawValue: String($0)) }
        let known = spelled.compactMap(\.self)
        guard known.count == spelled.count else { return nil }
        words = Set(known)
    }
}
