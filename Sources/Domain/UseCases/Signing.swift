/// The way of one signature: decide, make the certificate, make the bytes, store them, commit.
/// Where another signer was faster, the delta is rebuilt on the winner's revision.
struct Signing: Sendable {
    let ports: Ports

    /// What the caller has established about the signer's will.
    struct Evidence: Sendable {
        let confirmation: Approval.Confirmation
        let consentVersion: String?
        let origin: RequestOrigin
        let filling: Filling
        /// The one-time code that is used up with the signature.
        let usedCode: Confirmation?
    }

    /// Commits one signature, then waits up to 2 s for the seal where it was the last one.
    func sign(
        _ id: DocumentID, as recipientID: RecipientID, with credential: Credential,
        _ evidence: Evidence, certificate: CertificateRecord? = nil
    ) async throws -> Document {
        let signed = try await ports.commit({ try await load(id) }) { document in
            var change = try await decide(document, recipientID, credential, evidence)
            change.confirmation = evidence.usedCode
            change.certificate = certificate
            return change
        }
        return try await ports.sealed(signed)
    }

    private func decide(
        _ document: Document, _ recipientID: RecipientID, _ credential: Credential,
        _ evidence: Evidence
    ) async throws -> Change {
        let recipient = try document.openTurn(of: recipientID)
        let at = document.time(ports.clock.now())
        let update = try await signed(document) { context in
            SignatureOrder(
                document: document, recipient: recipient, context: context,
                credential: credential, confirmation: evidence.confirmation,
                values: evidence.filling.values, at: at)
        }
        let revision = Revision(
            round: document.round, number: update.context.revision, kind: .signature(recipientID),
            blob: try await ports.archive.store(update.bytes))
        return try document.signing(
            by: recipientID, evidence.approval(credential, at: at), evidence.filling,
            revision: revision, context: update.context, at: at)
    }

    private func signed(
        _ document: Document, _ order: (SigningContext) -> SignatureOrder
    ) async throws -> SignedUpdate {
        do {
            return try await ports.fromContext(of: document) { context in
                try await ports.sealer.sign(order(context))
            }
        } catch is TimestampUnavailable {
            throw Refusal.timestampUnavailable
        } catch let trouble as FieldTrouble {
            throw Refusal.field(trouble)
        }
    }

    private func load(_ id: DocumentID) async throws -> Document {
        guard let document = try await ports.documents.document(id) else {
            throw Refusal.documentNotFound
        }
        return document
    }
}

extension Signing.Evidence {
    fileprivate func approval(_ credential: Credential, at: Instant) -> Approval {
        Approval(
            at: at, confirmation: confirmation, certificate: credential.certificate.facts,
            consentVersion: consentVersion, origin: origin, entries: filling.entries)
    }
}

extension Ports {
    /// Made from the last revision's context.
    ///
    /// The context is read after the document and may be of a later revision already, on which
    /// what is to be made cannot be: then ``VersionConflict`` instead of that failure.
    func fromContext<Made>(
        of document: Document, _ make: (SigningContext) async throws -> Made
    ) async throws -> Made {
        do {
            return try await fromPresentContext(of: document, make)
        } catch let error where !error.isAnswer {
            let present = try await documents.document(document.id)
            guard present?.version == document.version else { throw VersionConflict() }
            throw error
        }
    }

    /// Made from the stored context, or where that is absent or unreadable from the whole file.
    private func fromPresentContext<Made>(
        of document: Document, _ make: (SigningContext) async throws -> Made
    ) async throws -> Made {
        let stored = try await documents.context(of: document.id, round: document.round)
        do {
            if let stored { return try await make(stored) }
        } catch is StaleContext {}
        let pieces = try await pieces(of: document)
        return try await make(workshop.context(of: pieces, revision: pieces.count - 1))
    }

    /// The document once it is sealed; after 2 s as it is. Another one is returned at once.
    func sealed(_ document: Document) async throws -> Document {
        guard document.state.status == .sealing else { return document }
        return try await wait(for: document.id, milliseconds: 2_000) { document in
            document.state.status != .sealing
        }
    }

    /// Whether this person may act where only verified users may.
    func checkVerification(of recipient: Recipient) async throws {
        guard recipient.requiresVerification else { return }
        guard let email = recipient.email,
            try await accounts.users(email: email).contains(where: \.isVerified)
        else { throw Refusal.verificationRequired }
    }
}

extension Error {
    /// Says something of the request, whatever the document has come to meanwhile.
    fileprivate var isAnswer: Bool {
        self is Refusal || self is FieldTrouble || self is TimestampUnavailable
            || self is CancellationError
    }
}
