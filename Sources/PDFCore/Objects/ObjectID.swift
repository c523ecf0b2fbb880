/// The number and generation of an indirect object (ISO 32000-2, 7.3.10).
public struct ObjectID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public var number: Int
    public var generation: Int

    public init(_ number: Int, _ generation: Int = 0) {
        self.number = number
        self.generation = generation
    }

    public static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.number, left.generation) < (right.number, right.generation)
    }

    /// As a reference is written: `12 0 R`.
    public var description: String { "\(number) \(generation) R" }
}
