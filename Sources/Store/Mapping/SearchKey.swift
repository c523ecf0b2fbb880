internal import SQLText

/// A name as it is searched for: in lower case, and no longer than an entry of an index may be
/// (PostgreSQL's holds 2,704 bytes).
struct SearchKey: SQLConvertible {
    private static let byteLimit = 2_000

    private let text: String

    init(_ name: String) {
        let key = name.lowercased()
        guard key.utf8.count > Self.byteLimit else {
            text = key
            return
        }
        var scalars = key.unicodeScalars
        var excess = scalars.reduce(0) { $0 + UTF8.width($1) } - Self.byteLimit
        while excess > 0, let last = scalars.popLast() { excess -= UTF8.width(last) }
        text = String(scalars)
    }

    var sqlValue: SQLValue { .text(text) }

    init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.text = text
    }
}
