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
        var known: Set<Word> = []
        for spelled in text.split(separator: " ") {
            guard let word = Word(rawValue: String(spelled)) else { return nil }
            known.insert(word)
        }
        words = known
    }
}
