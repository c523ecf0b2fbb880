/// A day in Seoul, nine hours before UTC all the year round, by its number since 1970-01-01.
public struct SeoulDay: Hashable, Comparable, Sendable {
    private static let offsetSeconds: Int64 = 9 * 3_600
    private static let seconds: Int64 = 86_400

    public let number: Int64

    public init(number: Int64) {
        self.number = number
    }

    /// The day on which the instant falls.
    public init(_ instant: Instant) {
        let local = instant.adding(seconds: Self.offsetSeconds).seconds
        number = (local - (local % Self.seconds + Self.seconds) % Self.seconds) / Self.seconds
    }

    /// Its first microsecond.
    public var start: Instant {
        Instant(seconds: number * Self.seconds - Self.offsetSeconds)
    }

    /// Its last microsecond.
    public var end: Instant {
        Instant(microseconds: start.adding(seconds: Self.seconds).microseconds - 1)
    }

    public static func < (left: SeoulDay, right: SeoulDay) -> Bool { left.number < right.number }
}
