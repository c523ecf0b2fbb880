import ArgumentParser

/// `--level`: what a signature is to reach (EN 319 142-1 §6).
enum LevelOption: String, CaseIterable, Comparable, ExpressibleByArgument {
    case basic = "b-b"
    case timestamped = "b-t"
    case longTerm = "b-lt"
    case archival = "b-lta"

    static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// `--certify`: what others may still change.
enum CertifyOption: String, CaseIterable, ExpressibleByArgument {
    case noChanges = "no-changes"
    case formFilling = "form-filling"
    case annotations
}

/// `--lock`: which fields the signature closes.
enum LockOption: String, CaseIterable, ExpressibleByArgument {
    case own
    case all
}
