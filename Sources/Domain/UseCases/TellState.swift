/// What strangers may know of a document whose id they were given on paper.
public struct PublicState: Equatable, Sendable {
    public let id: DocumentID
    public let status: DocumentStatus
    /// Of the finished file; `nil` until it is signed.
    public let hash: ContentHash?
}

/// State and hash alone, for the address behind a certificate page's QR code.
public struct TellState: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Deleted documents are absent.
    public func callAsFunction(_ id: DocumentID) async throws -> PublicState {
        guard let document = try await ports.documents.document(id),
            document.state.status != .deleted
        else { throw Refusal.documentNotFound }
        guard case .signed(let seal) = document.state else {
            return PublicState(id: id, status: document.state.status, hash: nil)
        }
        return PublicState(id: id, status: .signed, hash: seal.hash)
    }
}
