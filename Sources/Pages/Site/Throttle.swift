import Domain

/// Slows down whoever guesses: after a few failures each further one doubles the pause.
///
/// In memory, and bounded: a restart forgets, and so does the passing of an hour.
actor Throttle {
    private struct Record {
        var failures: Int
        var lastAt: Instant
    }

    private static let freeFailures = 5
    private static let longestPauseSeconds: Int64 = 15 * 60
    private static let memorySeconds: Int64 = 3_600
    private static let recordLimit = 10_000

    private var records: [String: Record] = [:]

    /// Refuses while any of the keys has to wait.
    func admit(_ keys: [String], at now: Instant) throws(Refusal) {
        let waits = keys.compactMap { records[$0] }.map { Self.openAt($0).seconds - now.seconds }
        guard let longest = waits.max(), longest > 0 else { return }
        throw .tooSoon(retryAfterSeconds: Int(min(longest, Self.longestPauseSeconds)))
    }

    func fail(_ keys: [String], at now: Instant) {
        if records.count >= Self.recordLimit { forget(at: now) }
        for key in keys {
            let failures = records[key].map { Self.isForgotten($0, now) ? 0 : $0.failures } ?? 0
            records[key] = Record(failures: failures + 1, lastAt: now)
        }
    }

    func succeed(_ keys: [String]) {
        for key in keys { records[key] = nil }
    }

    /// `true` once in a while for each key; asking counts only where the answer is `true`.
    func allows(_ key: String, everySeconds pause: Int64, at now: Instant) -> Bool {
        if let record = records[key], now < record.lastAt.adding(seconds: pause) { return false }
        if records.count >= Self.recordLimit { forget(at: now) }
        records[key] = Record(failures: 0, lastAt: now)
        return true
    }

    private static func openAt(_ record: Record) -> Instant {
        guard record.failures >= freeFailures else { return record.lastAt }
        let doublings = min(record.failures - freeFailures, 10)
        return record.lastAt.adding(seconds: min(longestPauseSeconds, 1 << doublings))
    }

    private static func isForgotten(_ record: Record, _ now: Instant) -> Bool {
        now >= record.lastAt.adding(seconds: memorySeconds)
    }

    /// Old records first; where none is old, the oldest half goes.
    private func forget(at now: Instant) {
        records = records.filter { !Self.isForgotten($0.value, now) }
        guard records.count >= Self.recordLimit else { return }
        let newest = records.sorted { $0.value.lastAt > $1.value.lastAt }
        records = Dictionary(
            uniqueKeysWithValues: newest.prefix(Self.recordLimit / 2).map { ($0.key, $0.value) })
    }
}
