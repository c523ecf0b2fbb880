public import Domain

/// A value of a request's body together with its path as the client wrote it
/// (`signers[1].email`), so that what is wrong with it can be named.
///
/// `null` and absent are the same. Types are not converted: a number in quotes is a string.
public struct JSONField: Sendable {
    public let value: JSONValue
    /// Put together where something is wrong: nearly all members are right.
    private let parent: String
    private let name: String

    public init(_ value: JSONValue, at path: String = "") {
        self.init(value, in: "", path)
    }

    private init(_ value: JSONValue, in parent: String, _ name: String) {
        self.value = value
        self.parent = parent
        self.name = name
    }

    public var path: String { parent.isEmpty ? name : "\(parent).\(name)" }

    public var isAbsent: Bool { value == .null }

    /// A member of an object; other members are nobody's business.
    public func member(_ name: String) throws(Refusal) -> JSONField {
        guard case .object(let members) = value else { throw isAbsent ? missing : malformed }
        return JSONField(members[name] ?? .null, in: path, name)
    }

    public func elements() throws(Refusal) -> [JSONField] {
        guard case .array(let elements) = value else { throw isAbsent ? missing : malformed }
        return elements.enumerated().map { JSONField($1, at: "\(path)[\($0)]") }
    }

    public func string() throws(Refusal) -> String {
        guard let string = try optionalString() else { throw missing }
        return string
    }

    public func optionalString() throws(Refusal) -> String? {
        switch value {
        case .null: nil
        case .string(let string): string
        default: throw malformed
        }
    }

    public func optionalBoolean() throws(Refusal) -> Bool? {
        switch value {
        case .null: nil
        case .boolean(let boolean): boolean
        default: throw malformed
        }
    }

    public func int32() throws(Refusal) -> Int32 {
        guard let number = try optionalInt32() else { throw missing }
        return number
    }

    /// An integer within signed 32 bits, written without fraction or exponent.
    public func optionalInt32() throws(Refusal) -> Int32? {
        switch value {
        case .null: return nil
        case .number(let spelling):
            guard let number = Int32(spelling) else { throw malformed }
            return number
        default: throw malformed
        }
    }

    public var missing: Refusal { .invalid(path: path, .missing) }
    public var malformed: Refusal { .invalid(path: path, .malformed) }
}
