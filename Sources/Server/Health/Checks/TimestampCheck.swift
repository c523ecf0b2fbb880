import Authority
import Domain

/// Somebody tells the time: the embedded authority can, or the other one answers.
struct TimestampCheck: Check {
    private let settings: Settings
    private let now: Instant

    init(_ settings: Settings, at now: Instant = SystemClock().now()) {
        self.settings = settings
        self.now = now
    }

    func finding() async -> Finding {
        guard settings.level == .longTerm else { return .good("level b-b needs none") }
        switch settings.timestamps {
        case .embedded: return embedded
        case .remote(let url, let fallsBack):
            return await remote(url, otherwise: fallsBack ? embedded : nil)
        }
    }

    /// The mark is in a file that only a server writes.
    private var embedded: Finding {
        do {
            let lag = try EmbeddedTimestampAuthority.secondsBehind(
                markFile: settings.markFile, at: now)
            guard lag == 0 else {
                return .failed(
                    "the clock is \(lag) s behind the last time that was issued",
                    remedy: "set the clock, or wait until it has caught up")
            }
            return .good("the server's own authority")
        } catch {
            return .failed(
                "\(settings.markFile) cannot be used",
                remedy: "restore it from a backup; remove it if the clock is known to be right")
        }
    }

    private func remote(_ url: String, otherwise fallback: Finding?) async -> Finding {
        let authority = TimestampSettings.remoteAuthority(
            at: url, rules: settings.outboundRules, SystemRandomness())
        do {
            _ = try await authority.token(over: ContentHash(of: Array(url.utf8)))
            return .good("\(url) answers")
        } catch {
            let remedy = "see whether tsa is right and the way there is open"
            let reason = (error as? TimestampUnavailable)?.reason ?? "\(error)"
            return fallback?.isFailure == false
                ? .warning("\(reason); the server's own authority signs", remedy: remedy)
                : .failed("\(reason)", remedy: remedy + ", or set tsa-fallback to embedded")
        }
    }
}
