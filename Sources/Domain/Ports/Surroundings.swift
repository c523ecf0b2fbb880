import FoundationEssentials

/// The time, and waiting for it.
public protocol WallClock: Sendable {
    func now() -> Instant
    func sleep(milliseconds: Int) async throws
}

/// Unpredictable bytes from the operating system.
public protocol Randomness: Sendable {
    func bytes(_ count: Int) -> [UInt8]
}

extension Randomness {
    /// A random UUID (version 4).
    public func identifier<Subject>() -> Identifier<Subject> {
        let b = bytes(16)
        return Identifier(
            UUID(
                uuid: (
                    b[0], b[1], b[2], b[3], b[4], b[5], b[6] & 0x0F | 0x40, b[7],
                    b[8] & 0x3F | 0x80, b[9], b[10], b[11], b[12], b[13], b[14], b[15]
                )))
    }

    /// From 1 to 2³¹ − 1.
    public func positiveInt32() -> Int32 {
        let value = bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        return value == 0 ? positiveInt32() : Int32(value)
    }

    /// As many different numbers as asked for.
    func distinctInt32s(_ count: Int) -> [Int32] {
        var seen: Set<Int32> = []
        while seen.count < count { seen.insert(positiveInt32()) }
        return Array(seen)
    }

    /// 127 random bits, the highest of them set so that every serial is 32 digits long, in
    /// upper-case hexadecimal (CA/Browser Forum asks for 64 bits at least).
    public func certificateSerial() -> String {
        var serial = bytes(16)
        serial[0] = serial[0] & 0x7F | 0x40
        return hexadecimal(serial).uppercased()
    }
}
