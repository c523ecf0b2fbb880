/// Makes a document from a template of the actor's account.
public struct CreateFromTemplate: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Before any file is kept: does the order fit the template?
    public func admit(
        _ order: TemplateOrder, from id: TemplateID, by actor: Actor
    ) async throws {
        try await ports.template(id, for: actor).document(order, .none).validate()
        try await ports.checkRedirects(of: [order], by: actor)
    }

    /// `files` are signed instead of the template's own. A document that is to be sent at once is
    /// waited for up to 2 s.
    public func callAsFunction(
        _ order: TemplateOrder, from id: TemplateID, files: [NewFile] = [], by actor: Actor
    ) async throws -> Document {
        var order = order
        order.files = try await read(files)
        let template = try await ports.template(id, for: actor)
        try template.document(order, .none).validate()
        try await ports.checkRedirects(of: [order], by: actor)
        let wanted = try template.document(
            order, try await OrderMaterials(for: [order], ports))
        let change = ports.creating(wanted, by: actor, at: ports.clock.now())
        if !files.isEmpty { try await SendDocument(ports).tryLayout(of: change.after) }
        try await ports.documents.commit(change)
        return order.isSentAtOnce ? try await sent(change.after) : change.after
    }

    private func sent(_ document: Document) async throws -> Document {
        try await ports.wait(for: document.id, milliseconds: 2_000) { document in
            document.state != .draft || document.schedule.sendsAt == nil
                || !document.isReadyToSend
        }
    }

    /// What the files were found to be, in order; the first that cannot be signed is named.
    private func read(_ files: [NewFile]) async throws -> [ReadFile] {
        var read: [ReadFile] = []
        for file in files {
            switch try await ports.workshop.inspect(file.blob) {
            case .readable(let facts) where facts.isSigned && files.count > 1:
                throw Refusal.fileUnusable(fileName: file.name, .signedAmongOthers)
            case .readable(let facts): read.append(ReadFile(file: file, facts: facts))
            case .unusable(let trouble):
                throw Refusal.fileUnusable(fileName: file.name, trouble)
            }
        }
        return read
    }
}

extension Ports {
    func template(_ id: TemplateID, for actor: Actor) async throws -> Template {
        guard let template = try await templates.template(id, in: actor.user.account) else {
            throw Refusal.templateNotFound
        }
        return template
    }

    func creating(_ wanted: NewDocument, by actor: Actor, at now: Instant) -> Change {
        Document.creating(
            wanted, by: actor.user, ids: NewIdentifiers(for: wanted, from: randomness, at: now),
            links: linkKey, at: now)
    }
}
