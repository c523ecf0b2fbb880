/// A look at one thing that is often wrong on a small server. It changes nothing, takes no lock,
/// and may be taken beside a running server.
protocol Check: Sendable {
    func finding() async -> Finding
}

/// What a check found.
public enum Finding: Equatable, Sendable {
    case good(String)
    /// It works for now, and should be seen to.
    case warning(String, remedy: String)
    case failed(String, remedy: String)

    public var text: String {
        switch self {
        case .good(let text), .warning(let text, _), .failed(let text, _): text
        }
    }

    public var remedy: String? {
        switch self {
        case .good: nil
        case .warning(_, let remedy), .failed(_, let remedy): remedy
        }
    }

    public var isFailure: Bool {
        if case .failed = self { true } else { false }
    }

    public var isWarning: Bool {
        if case .warning = self { true } else { false }
    }
}

/// Checks of one subject, told as one: the first failure stands for all, else the first warning.
struct CheckedSubject: Sendable {
    let name: String
    let checks: [any Check]

    func finding() async -> Finding {
        var findings: [Finding] = []
        for check in checks { findings.append(await check.finding()) }
        return findings.first(where: \.isFailure) ?? findings.first(where: \.isWarning)
            ?? .good(findings.map(\.text).joined(separator: "; "))
    }
}
