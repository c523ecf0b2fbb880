/// The job behind an upload: reads each file, and sends the document when all are readable.
public struct InspectFiles: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ id: DocumentID) async throws {
        guard let document = try await ports.documents.document(id) else { return }
        let findings = try await inspect(document)
        do {
            let inspected = try await ports.commit({ try await load(id) }) { document in
                try findings.isEmpty ? nil : document.inspected(findings, at: ports.clock.now())
            }
            // What has a time of its own to be sent waits for it.
            guard inspected.terms.sendsWhenReady, inspected.schedule.sendsAt == nil,
                inspected.isReadyToSend
            else { return }
            _ = try await SendDocument(ports).send({ try await load(id) }, by: .system)
        } catch Refusal.actionUnavailable, Refusal.wrongState {
            // Deleted, sent or given other files meanwhile: nothing is owed any more.
        }
    }

    private func inspect(_ document: Document) async throws -> [FileID: FileFinding] {
        var findings: [FileID: FileFinding] = [:]
        for file in document.files where file.status == .parsing {
            findings[file.id] = try await ports.workshop.inspect(file.original)
        }
        return findings
    }

    private func load(_ id: DocumentID) async throws -> Document {
        guard let document = try await ports.documents.document(id) else {
            throw Refusal.wrongState
        }
        return document
    }
}
