/// A request for a user's own certificate: a code goes to the user's e-mail.
public struct RequestCertificate: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(
        language: Language, by actor: Actor
    ) async throws -> Confirmation {
        try actor.require(.issueSignature)
        let user = actor.user
        return try await ports.request(.certificate(user: user.id)) { confirmation in
            Notice(
                kind: .certificateCode(confirmation.id), contact: .email(user.email),
                name: user.name,
                language: user.language ?? language, document: nil)
        }
    }
}

/// The confirmed request: a key and its one-year certificate. The key is told once, never kept.
public struct ConfirmCertificate: Sendable {
    /// Upper bound of a common name (RFC 5280, ub-common-name).
    static let commonNameLimit = 64

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(
        request number: Int32, code: String, by actor: Actor
    ) async throws -> Credential {
        try actor.require(.issueSignature)
        guard let pending = try await ports.confirmations.confirmation(number: number),
            pending.purpose == .certificate(user: actor.user.id)
        else { throw Refusal.confirmationNotFound }
        let used = try await ports.check(code, of: pending)
        do {
            try await ports.confirmations.update(pending, to: used)
        } catch is VersionConflict {
            throw Refusal.confirmationSpent
        }
        return try await issue(to: actor)
    }

    private func issue(to actor: Actor) async throws -> Credential {
        var record = CertificateRecord(
            serial: ports.randomness.certificateSerial(), purpose: .personal,
            contact: .email(actor.user.email),
            commonName: Self.commonName(actor.user.name.full, agent: actor.agent),
            requestedAt: ports.clock.now())
        try await ports.certificates.intend(record)
        let credential = try await ports.authority.issueForKeeping(record, at: ports.clock.now())
        record.issued = credential.certificate
        try await ports.certificates.issued(record)
        return credential
    }

    /// "ФИО at the AGENT"; over 64 characters the suffix is cut first, then the name.
    static func commonName(_ name: String, agent: String) -> String {
        let full = agent.isEmpty ? name : "\(name) at the \(agent)"
        guard full.unicodeScalars.count > commonNameLimit else { return full }
        guard name.unicodeScalars.count < commonNameLimit else {
            return String(String.UnicodeScalarView(name.unicodeScalars.prefix(commonNameLimit)))
        }
        let cut = String(String.UnicodeScalarView(full.unicodeScalars.prefix(commonNameLimit)))
        return String(cut.reversed().drop(while: \.isWhitespace).reversed())
    }
}
