public import Domain
import Synchronization

/// An identity provider that says what it is told to, and remembers what it was asked.
public final class StubIdentity: IdentityProvider {
    private struct State {
        var step = IdentityStep.elsewhere(page: nil)
        var verdict: IdentityVerdict? = .denied
        var checks: [IdentityCheck] = []
        var answers: [IdentityAnswer] = []
    }

    private let state = Mutex(State())

    public init() {}

    public var checks: [IdentityCheck] { state.withLock { $0.checks } }
    public var answers: [IdentityAnswer] { state.withLock { $0.answers } }

    public func beginning(with step: IdentityStep) {
        state.withLock { $0.step = step }
    }

    /// `nil`: it is out of service.
    public func judging(_ verdict: IdentityVerdict?) {
        state.withLock { $0.verdict = verdict }
    }

    public func begin(_ check: IdentityCheck) async throws -> IdentityStep {
        try state.withLock { state in
            guard state.verdict != nil else { throw IdentityUnavailable("out of service") }
            state.checks.append(check)
            return state.step
        }
    }

    public func confirm(
        _ check: IdentityCheck, _ answer: IdentityAnswer
    ) async throws -> IdentityVerdict {
        try state.withLock { state in
            guard let verdict = state.verdict else { throw IdentityUnavailable("out of service") }
            state.answers.append(answer)
            return verdict
        }
    }
}
