/// What a link's holder shows at the door.
public enum AccessAnswer: Sendable {
    /// The contact to which the link was sent, retyped.
    case contact(String)
    case password(String)
    /// What the certificate of a business has shown, for the trail.
    case certified([String: String])
    /// What an identity provider has confirmed, and the check that it uses up.
    case identified(IdentityCheck.Kind, IdentityProof, using: Confirmation)
}

/// Passes the door of a link step by step.
public struct UnlockLink: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// The spelling of the pass that the browser is to keep. A wrong answer is counted, durably,
    /// before it is refused; the fifth shuts the door for a while and its sender is told.
    public func callAsFunction(
        _ answer: AccessAnswer, _ visit: LinkVisit
    ) async throws -> (LinkedDocument, pass: String) {
        let linked = try await ports.linked(visit)
        guard let turn = linked.recipient.turn, turn.isReached else {
            throw Refusal.turnNotReached
        }
        let now = ports.clock.now()
        try turn.gate.admit(at: now)
        guard
            try linked.recipient.door.accepts(answer, from: linked.recipient, ports.linkKey)
        else {
            throw try await failed(linked)
        }
        return try await granted(answer, linked, visit)
    }

    /// Counts a wrong answer, and says what is left.
    func failed(_ linked: LinkedDocument) async throws -> Refusal {
        let document = try await commit(linked) { document, recipient in
            try document.failingAccess(by: recipient, at: ports.clock.now())
        }
        guard let gate = document[recipient: linked.recipient.id]?.turn?.gate else {
            return .linkNotFound
        }
        return gate.isLocked(at: ports.clock.now())
            ? .accessLocked(retryAfterSeconds: Int(AccessGate.lockSeconds))
            : .wrongAccess(attemptsLeft: gate.attemptsLeft)
    }

    private func granted(
        _ answer: AccessAnswer, _ linked: LinkedDocument, _ visit: LinkVisit
    ) async throws -> (LinkedDocument, pass: String) {
        var pass = linked.pass
        pass.passed.insert(answer.step)
        let isLast = pass.missing(of: linked.recipient.door) == nil
        let document = try await commit(linked) { document, recipient in
            try document.grantingAccess(
                by: recipient, answer.step, isLast: isLast, facts: answer.facts,
                using: answer.check, at: ports.clock.now())
        }
        if case .identified(_, let proof, _) = answer, proof.isLegalProof {
            pass.provesIdentity = true
        }
        let spelling = ports.linkKey.spelling(of: pass)
        let after = try await ports.linked(LinkVisit(code: visit.code, pass: spelling))
        return (try after.after(document), spelling)
    }

    private func commit(
        _ linked: LinkedDocument, _ decide: (Document, RecipientID) throws -> Change?
    ) async throws -> Document {
        let id = linked.document.id
        return try await ports.commit({
            guard let document = try await ports.documents.document(id) else {
                throw Refusal.linkNotFound
            }
            return document
        }) { try decide($0, linked.recipient.id) }
    }
}

extension AccessAnswer {
    fileprivate var step: AccessStep {
        switch self {
        case .contact: .contact
        case .password: .password
        case .certified: .businessCertificate
        case .identified(let kind, _, _): kind.step
        }
    }

    fileprivate var facts: [String: String] {
        switch self {
        case .contact, .password: [:]
        case .certified(let facts): facts
        case .identified(_, let proof, _): proof.facts
        }
    }

    fileprivate var check: Confirmation? {
        if case .identified(_, _, let check) = self { check } else { nil }
    }
}

extension AccessRule {
    /// A step that was not asked for opens nothing.
    fileprivate func accepts(
        _ answer: AccessAnswer, from recipient: Recipient, _ key: LinkKey
    ) throws -> Bool {
        guard steps.contains(answer.step) else { return false }
        switch answer {
        case .contact(let text): return Contact(text.trimmed) == recipient.contact
        case .password(let password):
            return try checks?.passwordHash.map { try key.accepts(password, $0) } ?? false
        case .certified, .identified: return true
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
