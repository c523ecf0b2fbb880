internal import Dispatch
internal import Synchronization

/// Parts made on all cores while those before them are used, so that a transaction of many rows
/// waits for none of them (docs/decisions/0018-made-ahead.md).
final class Ahead<Part: Sendable>: Sendable {
    private let parts: Mutex<[Result<Part, any Error>?]>
    private let made: [DispatchSemaphore]

    /// The first part is there when this returns.
    init(_ count: Int, _ make: @escaping @Sendable (Int) throws -> Part) {
        parts = Mutex(Array(repeating: nil, count: count))
        made = (0..<count).map { _ in DispatchSemaphore(value: 0) }
        for place in 0..<count where place > 0 {
            Task { self.keep(Result { try make(place) }, at: place) }
        }
        if count > 0 { keep(Result { try make(0) }, at: 0) }
    }

    /// Each part is taken once. The caller's thread waits for one that is being made; it must not
    /// be one of those on which tasks run.
    func take(_ place: Int) throws -> Part {
        made[place].wait()
        return try parts.withLock { parts in
            defer { parts[place] = nil }
            guard let part = parts[place] else { preconditionFailure("part \(place) is taken") }
            return try part.get()
        }
    }

    private func keep(_ part: Result<Part, any Error>, at place: Int) {
        parts.withLock { $0[place] = part }
        made[place].signal()
    }
}
