import CClock
import Domain
import Glibc

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
        var bytes = [UInt8](repeating: 0, count: count)
        arc4random_buf(&bytes, count)
        return bytes
    }
}
