/// Where templates are kept, every version of them.
public protocol TemplateStore: Sendable {
    /// Version 1 makes a template, any other follows the latest. Throws ``VersionConflict`` where
    /// it does not, which is so too for a later version of a template that is not there.
    func add(_ template: Template) async throws

    /// The latest version.
    func template(_ id: TemplateID, in account: AccountID) async throws -> Template?

    /// The latest versions of an account's templates, newest template first.
    func templates(in account: AccountID, _ page: PageNumber) async throws -> [FoundTemplate]
}

/// A template as a list tells it.
public struct FoundTemplate: Equatable, Sendable {
    public let id: TemplateID
    public let title: String
    public let creator: Document.Author
    public let createdAt: Instant

    public init(id: TemplateID, title: String, creator: Document.Author, createdAt: Instant) {
        self.id = id
        self.title = title
        self.creator = creator
        self.createdAt = createdAt
    }
}
