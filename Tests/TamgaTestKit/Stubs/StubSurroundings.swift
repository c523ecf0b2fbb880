public import Domain
import Synchronization

/// Time stands still until it is moved. Sleeping takes none, but does what waits to be done.
public final class StubClock: WallClock {
    private let time: Mutex<Instant>
    private let waker = Mutex<(@Sendable () async throws -> Void)?>(nil)

    public init(_ time: Instant) {
        self.time = Mutex(time)
    }

    public func now() -> Instant { time.withLock { $0 } }

    public func advance(seconds: Int64) {
        time.withLock { $0 = $0.adding(seconds: seconds) }
    }

    public func whenSleeping(_ action: @escaping @Sendable () async throws -> Void) {
        waker.withLock { $0 = action }
    }

    public func sleep(milliseconds: Int) async throws {
        let action = waker.withLock { $0 }
        try await action?()
    }
}

/// Bytes that look random, are the same in every run, and never repeat (SplitMix64).
public final class StubRandomness: Randomness {
    private let state = Mutex<UInt64>(0)

    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state &+= 0x9E37_79B9_7F4A_7C15
                let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
                return UInt8(truncatingIfNeeded: mixed >> 32)
            }
        }
    }
}
