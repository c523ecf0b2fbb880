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
        let trouble = finding.trouble(expecting: document.expectedSignatureCount)
        if trouble != nil && trouble == known { return false }
        do {
            try await ports.documents.commit(
                document.change(after: finding, trouble, at: ports.clock.now()))
            return trouble == nil
        } catch is VersionConflict, is Refusal {
            return false
        }
    }
}

extension Document {
    /// One for each signer, and the certification unless the upload was signed before.
    fileprivate var expectedSignatureCount: Int {
        let earlier = files.compactMap(\.facts).reduce(0) { $0 + $1.signatureCount }
        return recipients.count + (earlier > 0 ? earlier : 1)
    }

    fileprivate func change(
        after finding: VerificationFinding, _ trouble: String?, at now: Instant
    ) throws(Refusal) -> Change {
        if let trouble { return try troubled(trouble) }
        return try sealed(
            Seal(at: time(now), hash: finding.hash, byteCount: finding.byteCount), at: now)
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
