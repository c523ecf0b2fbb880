/// The author's own link: how the document stands, and the approval that it may wait for.
public struct ApproveDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// What the link shows. Changes nothing.
    public func document(_ code: String) async throws -> Document {
        try await ports.authored(code)
    }

    /// Waits up to 2 s for the seal.
    public func callAsFunction(_ code: String) async throws -> Document {
        let approved = try await ports.commit({ try await ports.authored(code) }) { document in
            try document.approving(by: document.authorSubject, at: ports.clock.now())
        }
        return try await ports.sealed(approved)
    }

    /// The same by an author side that is signed in.
    public func callAsFunction(_ id: DocumentID, by actor: Actor) async throws -> Document {
        let approved = try await ports.commit({ try await ports.owned(id, by: actor) }) {
            try $0.approving(
                by: .user(actor.user.id, actor.user.email), at: ports.clock.now())
        }
        return try await ports.sealed(approved)
    }

    /// The signed document.
    public func signed(_ code: String) async throws -> Download {
        try await DownloadDocument(ports).signed(await ports.authored(code))
    }
}
