/// The job that ends a round: the file is lifted to the promised level and verified whole, and
/// the document is signed.
public struct SealDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// `false` where the seal is still owed; the reason is then kept with the document.
    public func callAsFunction(_ id: DocumentID) async throws -> Bool {
        guard let document = try await ports.documents.document(id),
            case .sealing(let known) = document.state
        else { return true }
        do {
            guard let trouble = try await attempt(document) else { return true }
            try await note(trouble, known, on: document)
        } catch is VersionConflict, is CancellationError {
            // Somebody else is at it, or the server stops.
        } catch {
            // The time-stamp authority is silent, a child failed: whatever it is, it can be seen.
            try await note("\(error)", known, on: document)
            throw error
        }
        return false
    }

    /// Nothing of a failed attempt is committed, so that the next one begins where this one did.
    private func attempt(_ document: Document) async throws -> String? {
        let lists = try await RevocationLists(ports).fresh()
        let evidence = try await ports.externalEvidence(of: document)
        let round = try await ports.fromContext(of: document) { context in
            try await ports.sealer.seal(
                SealOrder(
                    document: document, context: context, revocationLists: lists,
                    externalEvidence: evidence, at: ports.clock.now()))
        }
        let revisions = try await store(round, of: document)
        let at = document.time(ports.clock.now())
        let finding = try await ports.workshop.verify(
            ports.pieces(of: document) + revisions.map(\.blob), against: round.standard, at: at)
        let count = document.expectedSignatureCount + round.timestampCount
        if let trouble = finding.trouble(expecting: count) { return trouble }
        let certificate = try await certificate(
            of: document, Completion(at: at, hash: finding.hash))
        let seal = Seal(
            at: at, hash: finding.hash, byteCount: finding.byteCount, certificate: certificate)
        try await ports.documents.commit(
            document.sealed(
                seal, adding: revisions, context: round.additions.last?.update.context, at: at))
        return nil
    }

    private func store(_ round: SealedRound, of document: Document) async throws -> [Revision] {
        var revisions: [Revision] = []
        for addition in round.additions {
            revisions.append(
                Revision(
                    round: document.round, number: addition.update.context.revision,
                    kind: addition.kind,
                    blob: try await ports.archive.store(addition.update.bytes)))
        }
        return revisions
    }

    private func note(_ trouble: String, _ known: String?, on document: Document) async throws {
        guard trouble != known else { return }
        do {
            try await ports.documents.commit(document.troubled(trouble))
        } catch is VersionConflict {}
    }

    private func certificate(
        of document: Document, _ completion: Completion
    ) async throws -> Blob {
        let trail = try await ports.documents.auditTrail(of: document.id)
        let sent = trail.last { $0.kind == .sent }
        let prepared = try await ports.workshop.certificate(
            CertificateOrder(
                document: document, sentAt: sent?.at ?? document.createdAt,
                completion: completion,
                verificationURL: ports.addresses.verification(document.id),
                certificationRoom: ports.sealer.certificationRoom))
        return try await ports.archive.store(try await ports.sealer.certify(prepared))
    }
}

extension Document {
    /// One for each signer, and the certification unless the upload was signed before.
    fileprivate var expectedSignatureCount: Int {
        signers.count + max(1, earlierSignatureCount)
    }

    /// Signatures and document timestamps that the uploads had already.
    public var earlierSignatureCount: Int {
        files.compactMap(\.facts).reduce(0) { $0 + $1.signatureCount }
    }
}

extension SealedRound {
    fileprivate var timestampCount: Int { additions.filter { $0.kind == .documentTimestamp }.count }
}

extension VerificationFinding {
    fileprivate func trouble(expecting count: Int) -> String? {
        guard problems.isEmpty else { return problems.joined(separator: "; ") }
        guard signatureCount == count else {
            return "\(signatureCount) signatures of \(count) found"
        }
        return nil
    }
}
