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
        .version(4, of: bytes(16))
    }

    /// So many UUIDs of this moment (RFC 9562 §5.7, version 7), 74 bits of each random: what was
    /// made together stands together in an index, whose other pages are then left alone.
    public func identifiers<Subject>(
        _ count: Int, at now: Instant
    ) -> [Identifier<Subject>] {
        let random = bytes(10 * count)
        let milliseconds = UInt64(bitPattern: now.microseconds / 1_000)
        let time = (0..<6).reversed().map { UInt8(truncatingIfNeeded: milliseconds >> (8 * $0)) }
        return (0..<count).map { place in
            .version(7, of: time + random[(10 * place)..<(10 * place + 10)])
        }
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
