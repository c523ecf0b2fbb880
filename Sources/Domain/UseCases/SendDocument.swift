internal import struct FoundationEssentials.Data

/// Starts a round: lays the file out, certifies it, and invites the first signers. A field that
/// cannot be laid out is told to whoever asks, and noted where nobody does.
struct SendDocument: Sendable {
    private let ports: Ports

    init(_ ports: Ports) {
        self.ports = ports
    }

    func send(
        _ load: () async throws -> Document, by subject: AuditEvent.Subject
    ) async throws -> Document {
        do {
            return try await ports.commit(load) { document in
                try document.admitSending()
                let contexts = ports.randomness.distinctInt32s(document.recipients.count)
                // One time for the trail and for what is printed.
                let at = document.time(ports.clock.now())
                return try document.sending(
                    try await prepare(document, at: at), contexts: contexts, by: subject, at: at)
            }
        } catch let trouble as FieldTrouble {
            guard subject == .system else { throw Refusal.field(trouble) }
            return try await ports.commit(load) { document in
                try document.unsendable(because: trouble, at: ports.clock.now())
            }
        } catch let trouble as FileTrouble {
            return try await ports.commit(load) { document in
                try document.inspected(document.allFiles(unusable: trouble), at: ports.clock.now())
            }
        }
    }

    /// Whether the document could be laid out. Keeps nothing of it.
    func tryLayout(of document: Document) async throws {
        do {
            _ = try await layOut(document, at: ports.clock.now())
        } catch let trouble as FieldTrouble {
            throw Refusal.field(trouble)
        } catch let trouble as FileTrouble {
            throw Refusal.fileUnusable(fileName: document.files.first?.name ?? "", trouble)
        }
    }

    private func fields(of document: Document) async throws -> [Field] {
        var fields = document.fields
        for index in fields.indices {
            guard case .stored(let blob)? = fields[index].prefilled else { continue }
            fields[index].prefilled = .picture(
                FieldPicture(Data(try await ports.archive.bytes(of: blob))))
        }
        return fields
    }

    private func prepare(_ document: Document, at now: Instant) async throws -> PreparedRound {
        let layout = try await layOut(document, at: now)
        let update = try await ports.sealer.certify(layout, at: now)
        return PreparedRound(
            base: layout.base, layout: try await ports.archive.store(update.bytes),
            fields: layout.fields, context: update.context)
    }

    private func layOut(_ document: Document, at now: Instant) async throws -> PreparedLayout {
        try await ports.workshop.prepare(
            LayoutOrder(
                document: document, fields: try await fields(of: document), at: now,
                verificationURL: ports.addresses.verification(document.id),
                certificationRoom: ports.sealer.certificationRoom))
    }
}

extension Document {
    fileprivate func allFiles(unusable trouble: FileTrouble) -> [FileID: FileFinding] {
        Dictionary(
            uniqueKeysWithValues: files.filter(\.isCurrent).map { ($0.id, .unusable(trouble)) })
    }
}
