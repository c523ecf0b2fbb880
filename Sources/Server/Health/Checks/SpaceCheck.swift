import Glibc

/// Room for what people upload: a full disk refuses every change.
struct SpaceCheck: Check {
    let path: String
    /// In MiB. Below it not even the largest upload fits, which is kept and copied.
    var needed: UInt64 = 128
    /// In MiB.
    var comfortable: UInt64 = 1_024

    func finding() async -> Finding {
        guard let free = freeMebibytes else {
            return .failed(
                "the file system of \(path) does not tell its room",
                remedy: "see whether it is mounted")
        }
        let remedy = "free some, or move the data directory to a larger disk"
        if free < needed { return .failed("only \(free) MiB are free", remedy: remedy) }
        if free < comfortable { return .warning("only \(free) MiB are free", remedy: remedy) }
        return .good("\(free) MiB are free")
    }

    /// For users without privileges.
    private var freeMebibytes: UInt64? {
        var facts = statvfs()
        guard let place = FileStatus.nearest(path), statvfs(place.path, &facts) == 0 else {
            return nil
        }
        return (UInt64(facts.f_bavail) * UInt64(facts.f_frsize)) >> 20
    }
}
