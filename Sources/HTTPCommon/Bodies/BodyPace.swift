import Synchronization

/// How slowly a body may arrive: at least `byteCount` in every `window` (security floor: 1 KiB/s
/// over 30 s).
public struct BodyPace: Sendable {
    public let byteCount: Int
    public let window: Duration

    public init(byteCount: Int, window: Duration) {
        self.byteCount = byteCount
        self.window = window
    }

    public static let floor = BodyPace(byteCount: 30 * 1024, window: .seconds(30))

    /// Never returns; throws once a window was too slow.
    func watch(_ counter: ByteCounter) async throws -> Never {
        var seen = 0
        while true {
            try await Task.sleep(for: window)
            let count = counter.count
            guard count - seen >= byteCount else { throw RequestFailure.bodyTooSlow }
            seen = count
        }
    }
}

/// Bytes of a body that have arrived, counted by the reader and looked at by the watch.
final class ByteCounter: Sendable {
    private let value = Atomic<Int>(0)

    var count: Int { value.load(ordering: .relaxed) }

    /// The new count.
    func add(_ byteCount: Int) -> Int {
        value.wrappingAdd(byteCount, ordering: .relaxed).newValue
    }
}
