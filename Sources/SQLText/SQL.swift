/// A statement with its bound values, written as a literal:
///
///     let statement: SQL = "SELECT id FROM document WHERE id = \(id) AND version = \(version)"
///     statement.text      // SELECT id FROM document WHERE id = $1 AND version = $2
///     statement.bindings  // [.text("…"), .integer(7)]
///
/// An interpolated value is always bound, never spelled into the text, so no input can become
/// syntax. Statements compose: interpolating an `SQL` splices it and numbers its values anew.
/// Placeholders therefore stand in the text in ascending order, each exactly once; a literal must
/// not spell a `$1` itself.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// What it says, whatever its values are.
    public private(set) var shape: Shape

    /// The bound values; the value of `$n` is at `n - 1`.
    public private(set) var bindings: [SQLValue]

    fileprivate init(_ words: String) {
        shape = Shape(parts: [words])
        bindings = []
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }

    public init(stringInterpolation: Interpolation) {
        self = stringInterpolation.statement
    }

    /// The statement with `$1`, `$2`, … in place of its values: one text for SQLite and PostgreSQL.
    public var text: String { shape.text }

    /// Splices another statement or fragment at the end.
    public static func += (left: inout SQL, right: SQL) {
        left.append(right.shape.parts[0])
        for (value, part) in zip(right.bindings, right.shape.parts.dropFirst()) {
            left.bind(value)
            left.append(part)
        }
    }

    private mutating func append(_ words: String) { shape.append(words) }

    private mutating func bind(_ value: SQLValue) {
        bindings.append(value)
        shape.parts.append("")
    }
}

extension SQL {
    /// A statement without its values: the key by which a prepared statement is found again. Two
    /// statements from one place of the program are told to be equal without reading their words.
    public struct Shape: Sendable, Hashable {
        /// What stands before, between and after the bound values: one more than there are values.
        fileprivate var parts: [String]

        public var text: String {
            var text = ""
            text.reserveCapacity(parts.reduce(4 * parts.count) { $0 + $1.utf8.count })
            text += parts[0]
            for number in parts.indices.dropFirst() {
                text += number < Self.placeholders.count ? Self.placeholders[number] : "$\(number)"
                text += parts[number]
            }
            return text
        }

        /// `$0`, `$1`, …: spelled once, since a row has dozens.
        private static let placeholders = (0..<100).map { "$\($0)" }

        /// Statements differ in length nearly always.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(parts.count)
            hasher.combine(parts[0].utf8.count)
        }

        /// Nearly every literal begins a part, and stays where the compiler has put it.
        fileprivate mutating func append(_ words: String) {
            let last = parts.count - 1
            if parts[last].isEmpty { parts[last] = words } else { parts[last] += words }
        }
    }
}

extension SQL {
    /// Gathers a literal's pieces.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var statement = SQL("")

        public init(literalCapacity: Int, interpolationCount: Int) {
            statement.bindings.reserveCapacity(interpolationCount)
            statement.shape.parts.reserveCapacity(interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            statement.append(literal)
        }

        /// Binds a value.
        @inlinable
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            bind(value.sqlValue)
        }

        /// Binds a value, or NULL where it is absent.
        @inlinable
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            bind(value?.sqlValue ?? .null)
        }

        @usableFromInline
        mutating func bind(_ value: SQLValue) { statement.bind(value) }

        /// Binds each value of a list and separates them by commas: `id IN (\(list: ids))`. An
        /// empty list reads as `NULL`, which equals nothing.
        public mutating func appendInterpolation(list values: some Collection<some SQLConvertible>)
        {
            if values.isEmpty { statement.append("NULL") }
            for (index, value) in values.enumerated() {
                if index > 0 { statement.append(", ") }
                statement.bind(value.sqlValue)
            }
        }

        /// Splices a fragment with its values.
        public mutating func appendInterpolation(_ fragment: SQL) {
            statement += fragment
        }

        /// Splices words known when the program was compiled, such as a list of columns.
        public mutating func appendInterpolation(raw words: StaticString) {
            statement.append(words.description)
        }
    }

    /// Fragments in a row with `separator` between them, such as conditions with ` AND `.
    public static func joined(_ fragments: [SQL], separator: StaticString) -> SQL {
        var whole = SQL("")
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { whole.append(separator.description) }
            whole += fragment
        }
        return whole
    }
}
