/// Shows at a link's door that its holder is the one whom the sender named: begun by one request,
/// decided by another. The identity provider judges; how often and how long is decided here.
public struct VerifyIdentity: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Begins what is asked next. Where the provider cannot begin, nothing is begun here.
    public func begin(_ kind: IdentityCheck.Kind, _ visit: LinkVisit) async throws -> IdentityStep {
        let subject = try await subject(kind, visit)
        var step = IdentityStep.code
        try await ports.request(subject.purpose) { confirmation in
            step = try await asking { try await $0.begin(subject.check(confirmation.id)) }
            return step == .code ? subject.notice(confirmation.id) : nil
        }
        return step
    }

    /// The spelling of the pass that the browser is to keep. A wrong answer is counted like any
    /// other at the door, and costs the check one of its tries too.
    public func confirm(
        _ kind: IdentityCheck.Kind, _ answer: IdentityAnswer, _ visit: LinkVisit
    ) async throws -> (LinkedDocument, pass: String) {
        let subject = try await subject(kind, visit)
        guard let pending = try await ports.confirmations.pending(subject.purpose) else {
            throw Refusal.confirmationNotFound
        }
        if let refusal = pending.refusal(at: ports.clock.now()) { throw refusal }
        switch try await asking({ try await $0.confirm(subject.check(pending.id), answer) }) {
        case .confirmed(let proof):
            return try await UnlockLink(ports)(
                .identified(kind, proof, using: pending.used()), visit)
        case .denied:
            try await ports.keep(pending.failed(), of: pending)
            throw try await UnlockLink(ports).failed(subject.linked)
        }
    }

    /// What is asked at the door is asked in its order: who has not given the password, say, makes
    /// nobody's telephone ring.
    private func subject(
        _ kind: IdentityCheck.Kind, _ visit: LinkVisit
    ) async throws -> IdentitySubject {
        let linked = try await ports.linked(visit)
        guard let turn = linked.recipient.turn, turn.isReached else {
            throw Refusal.turnNotReached
        }
        try turn.gate.admit(at: ports.clock.now())
        guard linked.pass.missing(of: linked.recipient.door) == kind.step,
            let name = linked.recipient.access.checks?.name(for: kind)
        else { throw Refusal.accessRequired }
        return IdentitySubject(linked: linked, kind: kind, name: name)
    }

    private func asking<Answer>(
        _ question: (any IdentityProvider) async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await question(ports.identity)
        } catch is IdentityUnavailable {
            throw Refusal.identityUnavailable
        }
    }
}

/// Who is to be identified, and for which document.
private struct IdentitySubject {
    let linked: LinkedDocument
    let kind: IdentityCheck.Kind
    /// The real name, as the sender stated it.
    let name: String

    private var document: Document { linked.document }
    private var recipient: Recipient { linked.recipient }
    private var language: Language { recipient.language ?? document.language }

    var purpose: Confirmation.Purpose {
        .access(document: document.id, recipient: recipient.id, round: document.round)
    }

    func check(_ id: ConfirmationID) -> IdentityCheck {
        IdentityCheck(
            id: id, kind: kind, name: name, contact: recipient.contact, document: document.notice,
            recipient: recipient.id, language: language)
    }

    func notice(_ id: ConfirmationID) -> Notice {
        Notice(
            kind: .accessCode(id, document.noticeLink(recipient)), contact: recipient.contact,
            name: recipient.name, language: language, document: document.notice)
    }
}

extension IdentityCheck.Kind {
    var step: AccessStep {
        switch self {
        case .phoneIdentity: .phoneIdentity
        case .appIdentity: .appIdentity
        }
    }
}

extension AccessChecks {
    fileprivate func name(for kind: IdentityCheck.Kind) -> String? {
        switch kind {
        case .phoneIdentity: phoneName
        case .appIdentity: appName
        }
    }
}
