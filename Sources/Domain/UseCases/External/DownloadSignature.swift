/// A signature made elsewhere and what it is over, each as a file: whoever wants holds one against
/// the other with a tool of their own. The finished document has both in it.
public struct DownloadSignature: Sendable {
    public enum Part: Sendable {
        /// The exact bytes that were signed.
        case content
        /// The signature in DER, detached, with its timestamp.
        case signature
    }

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// - Parameter number: the signer's place in the author's list, from 1.
    public func callAsFunction(
        _ part: Part, by number: Int, of id: DocumentID, to actor: Actor
    ) async throws -> Download {
        try await download(part, number, ports.readable(id, by: actor))
    }

    /// The same by a recipient's link.
    public func callAsFunction(
        _ part: Part, by number: Int, _ visit: LinkVisit
    ) async throws -> Download {
        let linked = try await ports.linked(visit)
        guard linked.isReadable else { throw Refusal.documentNotFound }
        return try await download(part, number, linked.document)
    }

    private func download(
        _ part: Part, _ number: Int, _ document: Document
    ) async throws -> Download {
        let signer = document.outsideSigners.first { $0.number == number }?.signer
        guard let signer, let external = signer.turn?.approval?.external else {
            throw Refusal.documentNotFound
        }
        return switch part {
        case .content:
            Download(
                pieces: try await content(of: external, by: signer.id, document),
                hash: external.digest, of: document)
        case .signature:
            Download(
                pieces: [external.signature], hash: external.signature.hash, of: document)
        }
    }

    private func content(
        of external: Approval.External, by signer: RecipientID, _ document: Document
    ) async throws -> [Blob] {
        let revisions = try await ports.documents.revisions(of: document.id, round: document.round)
        return revisions.prefix { $0.kind != .signature(signer) }.map(\.blob)
            + [external.opening, external.closing]
    }
}

extension Document {
    /// Those whose signature was made elsewhere, with their place in the author's list, from 1.
    public var outsideSigners: [(number: Int, signer: Recipient)] {
        recipients.filter { $0.turn?.approval?.external != nil }
            .map { (number: $0.position + 1, signer: $0) }
    }
}
