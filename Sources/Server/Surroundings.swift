import CClock
import Domain

/// The machine's clock.
struct SystemClock: WallClock {
    func now() -> Instant {
        Instant(microseconds: tamga_clock_microseconds())
    }

    func sleep(milliseconds: Int) async throws {
        try await Task.sleep(for: .milliseconds(milliseconds))
    }
}

/// The operating system's random bytes.
struct SystemRandomness: Randomness {
    func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
