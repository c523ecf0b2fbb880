/// The job that ends a round: the whole file is verified, and the document is signed.
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
        let finding = try await ports.workshop.verify(ports.pieces(of: document))
        do {
            guard let trouble = finding.trouble(expecting: document.expectedSignatureCount) else {
                try await seal(document, finding)
                return true
            }
            if trouble != known { try await ports.documents.commit(document.troubled(trouble)) }
            return false
        } catch is VersionConflict, is Refusal {
            return false
        }
    }

    private func seal(_ document: Document, _ finding: VerificationFinding) async throws {
        let at = document.time(ports.clock.now())
        let certificate = try await certificate(
            of: document, Completion(at: at, hash: finding.hash))
        let seal = Seal(
            at: at, hash: finding.hash, byteCount: finding.byteCount, certificate: certificate)
        try await ports.documents.commit(document.sealed(seal, at: at))
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
        recipients.count + max(1, earlierSignatureCount)
    }

    /// Signatures that the uploads had already.
    public var earlierSignatureCount: Int {
        files.compactMap(\.facts).reduce(0) { $0 + $1.signatureCount }
    }
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
