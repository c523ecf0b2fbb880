import Foundation
import HTTPCommon

/// A value of a template's file together with its path, for messages.
struct TemplateMember {
    let path: String
    /// `null` where it is absent.
    let value: JSONValue

    var isAbsent: Bool { value == .null }

    func error(_ reason: String) -> TemplateFileError { TemplateFileError(path, reason) }

    /// The members of an object that has these and no others.
    func members(_ known: [String], of kind: String) throws -> [String: TemplateMember] {
        guard case .object(let values) = value else {
            throw error(isAbsent ? "is missing" : "must be an object")
        }
        let prefix = path.isEmpty ? "" : "\(path)."
        if let stranger = values.keys.sorted().first(where: { !known.contains($0) }) {
            let all = known.joined(separator: ", ")
            throw TemplateFileError(prefix + stranger, "\(kind) has no such key, only \(all)")
        }
        return Dictionary(
            uniqueKeysWithValues: known.map { name in
                (name, TemplateMember(path: prefix + name, value: values[name] ?? .null))
            })
    }

    /// Absent is an empty list.
    func elements() throws -> [TemplateMember] {
        switch value {
        case .null: return []
        case .array(let values):
            return values.enumerated().map { index, value in
                TemplateMember(path: "\(path)[\(index)]", value: value)
            }
        default: throw error("must be a list")
        }
    }

    func optionalText(limit: Int) throws -> String? {
        guard !isAbsent else { return nil }
        guard case .string(let text) = value else { throw error("must be a text") }
        guard text.contains(where: { !$0.isWhitespace }) else { throw error("is blank") }
        guard text.count <= limit else { throw error("is longer than \(limit) characters") }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw error("holds a control character")
        }
        return text
    }

    func text(limit: Int) throws -> String {
        guard let text = try optionalText(limit: limit) else { throw error("is missing") }
        return text
    }

    /// One of the enumeration's words.
    func optionalWord<Word: RawRepresentable<String> & CaseIterable>(
        _ type: Word.Type
    ) throws -> Word? {
        guard let text = try optionalText(limit: 100) else { return nil }
        guard let word = Word(rawValue: text) else {
            let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("\"\(text)\" is none of \(all)")
        }
        return word
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) throws -> Word {
        guard let word = try optionalWord(type) else { throw error("is missing") }
        return word
    }

    func boolean(or absent: Bool) throws -> Bool {
        switch value {
        case .null: return absent
        case .boolean(let boolean): return boolean
        default: throw error("must be true or false")
        }
    }

    func optionalInteger(in range: ClosedRange<Int>) throws -> Int? {
        guard !isAbsent else { return nil }
        guard case .number(let spelling) = value, let number = Int(spelling),
            range.contains(number)
        else {
            throw error("must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Points, of which no page has a million.
    func measure(isPositive: Bool) throws -> Double {
        guard !isAbsent else { throw error("is missing") }
        guard case .number(let spelling) = value, let number = Double(spelling),
            abs(number) < 1e6
        else { throw error("must be a number of points") }
        guard number > 0 || !isPositive else { throw error("must be greater than 0") }
        return number
    }
}
