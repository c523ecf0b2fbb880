/// Takes files for a draft. Reading them is a durable job, after which the document is sent.
public struct UploadFiles: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Before any byte of the upload is read: may this actor send files to this document?
    public func admit(_ id: DocumentID, by actor: Actor) async throws {
        try await ports.owned(id, by: actor).admitUpload()
    }

    /// Waits up to 500 ms for the job, so that the next status call normally says Signing.
    public func callAsFunction(
        _ files: [NewFile], to id: DocumentID, by actor: Actor
    ) async throws -> Document {
        let ids: [FileID] = ports.randomness.identifiers(files.count, at: ports.clock.now())
        _ = try await ports.commit({ try await ports.owned(id, by: actor) }) { document in
            try document.receiving(files, ids: ids, by: actor.user, at: ports.clock.now())
        }
        return try await ports.wait(for: id, milliseconds: 500) { document in
            document.state != .draft
                || document.files.contains { if case .error = $0.status { true } else { false } }
        }
    }
}
