/// Takes a signature that the signer's own tool made over the bytes that were prepared.
public struct SubmitExternalSignature: Sendable {
    public struct Command: Sendable {
        public let visit: LinkVisit
        /// DER, PEM or base64, from outside.
        public let upload: [UInt8]
        /// The random bits beside a private key of Korea's NPKI, where a business number is asked.
        public let random: [UInt8]?
        public let origin: RequestOrigin

        public init(visit: LinkVisit, upload: [UInt8], random: [UInt8]?, origin: RequestOrigin) {
            self.visit = visit
            self.upload = upload
            self.random = random
            self.origin = origin
        }
    }

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ command: Command) async throws -> LinkedDocument {
        let linked = try await ports.linked(command.visit)
        let recipient = try await ports.externalSigner(in: linked)
        guard let preparation = try await ports.preparation(of: linked),
            try await ports.lastRevision(of: linked.document) == preparation.revision
        else { throw Refusal.preparationExpired }
        try recipient.checkAttachments()
        let accepted = try await judge(command, by: recipient, preparation, of: linked.document)
        let signed = try await commit(accepted, by: recipient, preparation, command.origin)
        return try linked.after(signed)
    }

    private func judge(
        _ command: Command, by recipient: Recipient, _ preparation: Preparation,
        of document: Document
    ) async throws -> ExternalAcceptance.Accepted {
        let acceptance = ExternalAcceptance(
            sealer: ports.external.sealer, workshop: ports.external.workshop)
        do {
            return try await acceptance.accepted(
                command.upload, over: ports.piecesToSign(preparation, of: document),
                ports.prepared(preparation),
                business: recipient.business(provenBy: command.random),
                at: document.time(ports.clock.now()))
        } catch let problem as ExternalProblem {
            try await note(problem, with: preparation)
            throw Refusal.externalSignature(problem)
        } catch is TimestampUnavailable {
            throw Refusal.timestampUnavailable
        }
    }

    /// The signer may try again; what was learned is kept.
    private func note(
        _ problem: ExternalProblem, with preparation: Preparation
    ) async throws {
        if case .roomExceeded(let measured, _) = problem {
            try await ports.external.preparations.note(neededRoom: measured, for: preparation)
        }
        _ = try await ports.commit({ try await ports.document(preparation.document) }) { document in
            try document.refusingSignature(
                by: preparation.recipient, problem, at: ports.clock.now())
        }
    }

    private func commit(
        _ accepted: ExternalAcceptance.Accepted, by recipient: Recipient,
        _ preparation: Preparation, _ origin: RequestOrigin
    ) async throws -> Document {
        let revision = Revision(
            round: preparation.round, number: accepted.update.context.revision,
            kind: .signature(recipient.id),
            blob: try await ports.archive.store(accepted.update.bytes))
        let values = try await ports.enteredValues(preparation)
        let kept = Approval.External(
            signature: try await ports.archive.store(accepted.signature),
            evidence: accepted.evidence, opening: preparation.opening,
            closing: preparation.closing, digest: preparation.digest)
        let signed = try await ports.commit({ try await ports.document(preparation.document) }) {
            document in
            // Somebody else's signature came first: then other bytes are to be signed.
            guard document.round == preparation.round,
                try await ports.lastRevision(of: document) == preparation.revision
            else { throw Refusal.preparationExpired }
            let at = document.time(ports.clock.now())
            let filling = try document.filling(of: recipient, with: values)
            return try document.signing(
                by: recipient.id,
                Approval(
                    at: at, confirmation: .externalSignature, certificate: accepted.certificate,
                    consentVersion: nil, origin: origin,
                    entries: filling.entries, external: kept),
                filling, revision: revision, context: accepted.update.context, at: at)
        }
        return try await ports.sealed(signed)
    }
}
