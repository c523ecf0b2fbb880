/// The templates of the actor's account.
public struct ReadTemplates: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// The latest version. Needs `accountDocuments`.
    public func callAsFunction(_ id: TemplateID, by actor: Actor) async throws -> Template {
        try actor.require(.accountDocuments)
        guard let template = try await ports.templates.template(id, in: actor.user.account) else {
            throw Refusal.templateNotFound
        }
        return template
    }

    /// Newest first. On the same terms.
    public func page(_ page: PageNumber, by actor: Actor) async throws -> [FoundTemplate] {
        try actor.require(.accountDocuments)
        return try await ports.templates.templates(in: actor.user.account, page)
    }
}
