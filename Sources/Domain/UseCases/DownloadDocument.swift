/// A file to download: its pieces, in order, never joined in memory.
public struct Download: Equatable, Sendable {
    public let pieces: [Blob]
    public let byteCount: Int
    public let hash: ContentHash
    /// The document's name, without an extension.
    public let name: String
    /// The document's.
    public let language: Language
}

extension Download {
    init(pieces: [Blob], hash: ContentHash, of document: Document) {
        self.init(
            pieces: pieces, byteCount: pieces.reduce(0) { $0 + $1.byteCount }, hash: hash,
            name: document.name, language: document.language)
    }
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

    /// The same for the author's side alone.
    public func signed(own id: DocumentID, by actor: Actor) async throws -> Download {
        try await signed(ports.owned(id, by: actor))
    }

    /// The certificate as a PDF of its own, on the same terms.
    public func certificate(_ id: DocumentID, by actor: Actor) async throws -> Download {
        try await certificate(ports.visible(id, to: actor))
    }

    /// An original, as it was uploaded.
    public func original(
        _ id: DocumentID, file number: Int, by actor: Actor
    ) async throws -> (DocumentFile, Blob) {
        let document = try await ports.readable(id, by: actor)
        guard let file = document.files.first(where: { $0.isCurrent && $0.number == number })
        else { throw Refusal.documentNotFound }
        return (file, file.original)
    }

    func signed(_ document: Document) async throws -> Download {
        let seal = try document.seal()
        return Download(
            pieces: try await ports.pieces(of: document), byteCount: seal.byteCount,
            hash: seal.hash, name: document.name, language: document.language)
    }

    func certificate(_ document: Document) throws -> Download {
        let blob = try document.seal().certificate
        return Download(pieces: [blob], hash: blob.hash, of: document)
    }
}

extension Document {
    fileprivate func seal() throws(Refusal) -> Seal {
        guard state.status != .deleted else { throw .documentNotFound }
        guard case .signed(let seal) = state else { throw .notYetSigned }
        return seal
    }
}

extension Ports {
    func pieces(of document: Document) async throws -> [Blob] {
        try await documents.revisions(of: document.id, round: document.round).map(\.blob)
    }
}
