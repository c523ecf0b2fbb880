/// Signing on the page: a code from the mail, and consent to the rules.
public struct SignWithCode: Sendable {
    public struct Command: Sendable {
        /// The link's code.
        public let link: String
        /// Six digits from the mail.
        public let code: String
        /// Version of the rules that were shown and accepted; `nil` without consent.
        public let consentVersion: String?
        public let origin: RequestOrigin

        public init(link: String, code: String, consentVersion: String?, origin: RequestOrigin) {
            self.link = link
            self.code = code
            self.consentVersion = consentVersion
            self.origin = origin
        }
    }

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ command: Command) async throws -> LinkedDocument {
        let linked = try await ports.linked(command.link)
        let document = linked.document
        let recipient = try document.openTurn(of: linked.recipient.id)
        try await ports.checkVerification(of: recipient)
        guard let consent = command.consentVersion else { throw Refusal.consentMissing }
        let used = try await usedCode(command, document, recipient)
        let (credential, record) = try await issue(to: recipient)
        let signed = try await Signing(ports: ports).sign(
            document.id, as: recipient.id, with: credential,
            Signing.Evidence(
                confirmation: .emailCode, consentVersion: consent, origin: command.origin,
                usedCode: used), certificate: record)
        return LinkedDocument(
            document: signed, recipient: signed[recipient: recipient.id] ?? recipient)
    }

    private func usedCode(
        _ command: Command, _ document: Document, _ recipient: Recipient
    ) async throws -> Confirmation {
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
            purpose: recipient.method == .simple ? .oneTime : .personal, email: recipient.email,
            commonName: ConfirmCertificate.commonName(recipient.name.full, agent: ""),
            requestedAt: ports.clock.now())
        try await ports.certificates.intend(record)
        let credential = try await ports.authority.issueForSigning(
            record, name: recipient.name, at: ports.clock.now())
        record.issued = credential.certificate
        return (credential, record)
    }
}
