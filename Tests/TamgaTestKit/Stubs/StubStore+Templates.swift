public import Domain

extension StubStore: TemplateStore {
    public func add(_ template: Template) throws {
        let known = templates.first { $0.account == template.account && $0.id == template.id }
        guard template.version == (known?.version ?? 0) + 1 else { throw VersionConflict() }
        templates.removeAll { $0 == known }
        templates.append(template)
    }

    public func template(_ id: TemplateID, in account: AccountID) -> Template? {
        templates.first { $0.account == account && $0.id == id }
    }

    public func templates(in account: AccountID, _ page: PageNumber) -> [FoundTemplate] {
        let own = templates.filter { $0.account == account }
            .sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
        return own.dropFirst(page.offset).prefix(page.rowCount).map { template in
            FoundTemplate(
                id: template.id, title: template.title, creator: template.creator,
                createdAt: template.createdAt)
        }
    }
}
