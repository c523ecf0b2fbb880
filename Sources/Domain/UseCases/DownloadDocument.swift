/// The signed file: its pieces, in order, never joined in memory.
public struct Download: Equatable, Sendable {
    public let pieces: [Blob]
    public let byteCount: Int
    public let hash: ContentHash
    /// The document's name, without an extension.
    public let name: String
}

/// What is to be downloaded of a document.
public struct DownloadDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Not yet signed is a refusal of its own; deleted is absent.
    public func signed(_ id: DocumentID, by actor: Actor) async throws -> Download {
        try await signed(ports.visible(id, to: actor))
    }

    func signed(_ document: Document) async throws -> Download {
        guard document.state.status != .deleted else { throw Refusal.documentNotFound }
        guard case .signed(let seal) = document.state else { throw Refusal.notYetSigned }
        return Download(
            pieces: try await ports.pieces(of: document), byteCount: seal.byteCount,
            hash: seal.hash, name: document.name)
    }
}

extension Ports {
    func pieces(of document: Document) async throws -> [Blob] {
        try await documents.revisions(of: document.id, round: document.round).map(\.blob)
    }
}
