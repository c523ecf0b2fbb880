import Domain

/// The cabinet's tabs: the tags of the LightDoc contract.
enum DocumentTab: String, CaseIterable, Sendable {
    case all, waitsMe, waitsOthers, income, outcome, completed, rejected, draft, deleted

    /// An unknown one shows everything.
    init(_ name: String?) {
        self = name.flatMap(DocumentTab.init(rawValue:)) ?? .all
    }

    func query(for actor: Actor, at now: Instant) -> DocumentQuery {
        let seesAccount = actor.permissions.contains(.accountDocuments)
        return DocumentQuery(
            actor: actor, createdFrom: Instant(microseconds: 0),
            createdTo: now.adding(seconds: 86_400), directions: directions, states: states,
            scope: seesAccount ? .accountAndPersonal : .personal)
    }

    private var directions: Set<DocumentQuery.Direction> {
        switch self {
        case .income: [.income]
        case .outcome: [.outcome]
        case .all, .waitsMe, .waitsOthers, .completed, .rejected, .draft, .deleted: []
        }
    }

    private var states: Set<DocumentQuery.StateTag> {
        switch self {
        case .waitsMe: [.waitsMe]
        case .waitsOthers: [.waitsOthers]
        case .completed: [.completed]
        case .rejected: [.rejected]
        case .draft: [.draft]
        case .deleted: [.deleted]
        case .all, .income, .outcome: []
        }
    }
}

extension DocumentQuery.Cursor {
    /// As it stands in an address: microseconds, a dot, the id.
    var text: String { "\(createdAt.microseconds).\(id)" }

    init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let microseconds = Int64(parts[0]), let id = DocumentID(parts[1])
        else { return nil }
        self.init(createdAt: Instant(microseconds: microseconds), id: id)
    }
}
