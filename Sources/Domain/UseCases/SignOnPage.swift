/// Signing on the page: consent to the rules, what stands in the fields, and the will confirmed as
/// the sender asked: by a code, by the contact retyped, or by the checks at the door.
public struct SignOnPage: Sendable {
    public struct Command: Sendable {
        public let visit: LinkVisit
        /// Six digits from the message, where a code is asked for.
        public let code: String
        /// Version of the rules that were shown and accepted; `nil` without consent.
        public let consentVersion: String?
        /// By the fields' ids.
        public let values: [String: FieldValue]
        public let origin: RequestOrigin

        public init(
            visit: LinkVisit, code: String, consentVersion: String?,
            values: [String: FieldValue] = [:], origin: RequestOrigin
        ) {
            self.visit = visit
            self.code = code
            self.consentVersion = consentVersion
            self.values = values
            self.origin = origin
        }
    }

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ command: Command) async throws -> LinkedDocument {
        let linked = try await ports.linked(command.visit)
        let document = linked.document
        let recipient = try document.openTurn(of: linked.recipient.id)
        try linked.admit()
        guard let method = recipient.method, !method.isExternal else { throw Refusal.wrongMethod }
        try await ports.checkVerification(of: recipient)
        let evidence = try await evidence(command, document, recipient, linked.pass)
        let (credential, record) = try await issue(to: recipient)
        let signed = try await Signing(ports: ports).sign(
            document.id, as: recipient.id, with: credential, evidence, certificate: record)
        return try linked.after(signed)
    }

    /// The code is tried last: what else is wrong costs none.
    private func evidence(
        _ command: Command, _ document: Document, _ recipient: Recipient, _ pass: AccessPass
    ) async throws -> Signing.Evidence {
        guard let consent = command.consentVersion else { throw Refusal.consentMissing }
        try recipient.checkAttachments()
        let filling = try document.filling(of: recipient, with: command.values)
        return Signing.Evidence(
            confirmation: recipient.confirmation(pass), consentVersion: consent,
            origin: command.origin, filling: filling,
            usedCode: try await usedCode(command, document, recipient))
    }

    private func usedCode(
        _ command: Command, _ document: Document, _ recipient: Recipient
    ) async throws -> Confirmation? {
        guard recipient.confirmsByCode else { return nil }
        let purpose = Confirmation.Purpose.signing(
            document: document.id, recipient: recipient.id, round: document.round)
        guard let pending = try await ports.confirmations.pending(purpose) else {
            throw Refusal.confirmationNotFound
        }
        return try await ports.check(command.code.filter { !$0.isWhitespace }, of: pending)
    }

    /// The intent is stored first; the key lives until the signature is made.
    private func issue(to recipient: Recipient) async throws -> (Credential, CertificateRecord) {
        var record = CertificateRecord(
            serial: ports.randomness.certificateSerial(),
            purpose: recipient.method == .simple ? .oneTime : .personal,
            contact: recipient.contact,
            commonName: ConfirmCertificate.commonName(recipient.name.full, agent: ""),
            requestedAt: ports.clock.now())
        try await ports.certificates.intend(record)
        let credential = try await ports.authority.issueForSigning(
            record, name: recipient.name, at: ports.clock.now())
        record.issued = credential.certificate
        return (credential, record)
    }
}

extension Recipient {
    /// Where nothing was asked at the door, a code confirms the will to sign.
    public var confirmsByCode: Bool {
        switch access {
        case .link, .code: true
        case .contact, .checks: false
        }
    }

    fileprivate func confirmation(_ pass: AccessPass) -> Approval.Confirmation {
        switch access {
        case .link, .code: contact.phone == nil ? .emailCode : .phoneCode
        case .contact: .contact
        case .checks(let checks):
            checks.checksIdentity && !pass.provesIdentity
                ? .accessChecksWithoutLegalProof : .accessChecks
        }
    }
}
