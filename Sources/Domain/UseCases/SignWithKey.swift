/// Signing over the API with the caller's own certificate and private key.
public struct SignWithKey: Sendable {
    public struct Command: Sendable {
        public let document: DocumentID
        /// The id of the signature, from the document's detail.
        public let context: Int32
        public let thumbprint: String
        /// Base64 of PKCS#8; in memory for this one call.
        public let key: String
        public let origin: RequestOrigin

        public init(
            document: DocumentID, context: Int32, thumbprint: String, key: String,
            origin: RequestOrigin
        ) {
            self.document = document
            self.context = context
            self.thumbprint = thumbprint
            self.key = key
            self.origin = origin
        }
    }

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// The checks stand in the contract's order; each earlier one hides the later ones.
    public func callAsFunction(_ command: Command, by actor: Actor) async throws -> Document {
        try actor.require(.signDocuments)
        let document = try await ports.visible(command.document, to: actor)
        let recipient = try document.recipient(inContext: command.context, of: actor.user)
        guard recipient.method == .ownCertificate else { throw Refusal.wrongMethod }
        try await ports.checkVerification(of: recipient)
        let credential = try await credential(command, of: actor)
        let evidence = Signing.Evidence(
            confirmation: .privateKey, consentVersion: nil, origin: command.origin,
            filling: try document.filling(of: recipient, with: [:]), usedCode: nil)
        return try await Signing(ports: ports).sign(
            document.id, as: recipient.id, with: credential, evidence)
    }

    private func credential(_ command: Command, of actor: Actor) async throws -> Credential {
        let record = try await ports.certificates.certificate(
            thumbprint: Self.normalised(command.thumbprint))
        let certificate = try record.usable(by: actor.user.email, at: ports.clock.now())
        guard
            let credential = ports.authority.credential(certificate, presentedKey: command.key)
        else { throw Refusal.keyMismatch }
        return credential
    }

    /// Compared without regard to case, spaces and colons.
    private static func normalised(_ thumbprint: String) -> String {
        thumbprint.filter { !$0.isWhitespace && $0 != ":" }.uppercased()
    }
}

extension Document {
    /// The open turn with this context, of this user.
    fileprivate func recipient(
        inContext context: Int32, of user: User
    ) throws(Refusal) -> Recipient {
        guard state == .signing else { throw .wrongState }
        guard let recipient = recipients.first(where: { $0.turn?.context == context }),
            recipient.contact == .email(user.email)
        else { throw .contextNotFound }
        return try openTurn(of: recipient.id)
    }
}

extension CertificateRecord? {
    /// Issued to this person, valid now and not revoked.
    fileprivate func usable(
        by email: EmailAddress, at now: Instant
    ) throws(Refusal) -> CertificateRecord.Issued {
        guard let record = self, record.contact == .email(email), record.purpose == .personal,
            let issued = record.issued
        else { throw .certificateUnusable(.unknown) }
        guard record.revokedAt == nil else { throw .certificateUnusable(.revoked) }
        guard (issued.facts.notBefore...issued.facts.notAfter).contains(now) else {
            throw .certificateUnusable(.expired)
        }
        return issued
    }
}
