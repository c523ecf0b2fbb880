import CMS
import FoundationEssentials

/// Between which moments one signature was made, as far as trusted timestamps tell.
struct ExistenceProof {
    /// By when it existed for sure: from document timestamps over it, and the present.
    var existedBy: Date
    /// Whether a timestamp says so, and not the present alone.
    var isProven = false
    /// After which time it was made: it covers a timestamp of then.
    var madeAfter: Date?
    /// The tokens over it, or the one that a document timestamp is.
    var tokens: [TokenJudgement] = []

    /// The earliest time that counts for the signature itself (EN 319 102-1, 5.5.4).
    var bestTime: Date {
        let trusted = tokens.filter(\.isProof).compactMap(\.token?.info.genTime)
        return trusted.reduce(existedBy, min)
    }

    /// The same; nil where only the present vouches for it.
    var provenTime: Date? {
        isProven || tokens.contains(where: \.isProof) ? bestTime : nil
    }

    /// Whether timestamps contradict each other: made after one, yet proven before it. Clocks of
    /// two authorities may differ by a minute.
    var isContradictory: Bool {
        guard let madeAfter else { return false }
        return bestTime.addingTimeInterval(60) < madeAfter
    }
}
