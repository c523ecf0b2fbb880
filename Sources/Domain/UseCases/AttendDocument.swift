/// The job behind a schedule: sends a draft whose time has come, reminds, and ends what is late.
public struct AttendDocument: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ id: DocumentID) async throws {
        guard let document = try await ports.documents.document(id) else { return }
        if document.state == .draft { return try await send(id) }
        _ = try await ports.commit({ try await load(id) }) { document in
            document.attending(at: ports.clock.now())
        }
    }

    private func send(_ id: DocumentID) async throws {
        do {
            _ = try await SendDocument(ports).send({ try await loadDue(id) }, by: .system)
        } catch Refusal.actionUnavailable, Refusal.wrongState {
            // Sent, deleted, put off or given other files meanwhile.
            try await settle(id)
        }
    }

    /// What is due and cannot be sent as it is does not stay due, unless its files are being read.
    private func settle(_ id: DocumentID) async throws {
        do {
            _ = try await ports.commit({ try await loadDue(id) }) { document in
                guard document.state == .draft, !document.isReadyToSend,
                    !document.files.contains(where: { $0.status == .parsing })
                else { return nil }
                return try document.cancellingSending(by: .system, at: ports.clock.now())
            }
        } catch Refusal.wrongState {}
    }

    private func loadDue(_ id: DocumentID) async throws -> Document {
        let document = try await load(id)
        guard let dueAt = document.dueAt, dueAt <= ports.clock.now() else {
            throw Refusal.wrongState
        }
        return document
    }

    private func load(_ id: DocumentID) async throws -> Document {
        guard let document = try await ports.documents.document(id) else {
            throw Refusal.wrongState
        }
        return document
    }
}
