public import Domain

extension StubStore {
    public func found(
        _ search: DocumentSearch, in account: AccountID, offset: Int, limit: Int
    ) async throws -> [FoundDocument] {
        if let fault { throw fault }
        let matching = documents.values
            .filter { $0.account == account }
            .sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
            .compactMap { document in search.finds(document) ? FoundDocument(document) : nil }
        return Array(matching.dropFirst(offset).prefix(limit))
    }

    public func count(_ search: DocumentSearch, in account: AccountID) async throws -> Int {
        try await found(search, in: account, offset: 0, limit: .max).count
    }
}

extension FoundDocument {
    fileprivate init?(_ document: Document) {
        guard let stage = document.state.stage else { return nil }
        var completedAt: Instant?
        if case .signed(let seal) = document.state { completedAt = seal.at }
        self.init(
            id: document.id, name: document.name, stage: stage, author: document.author,
            clientID: document.clientID, createdAt: document.createdAt, completedAt: completedAt)
    }
}

extension DocumentSearch {
    fileprivate func finds(_ document: Document) -> Bool {
        let isInTime =
            (createdFrom.map { document.createdAt >= $0 } ?? true)
            && (createdTo.map { document.createdAt <= $0 } ?? true)
        let isAtStage = stages.map { stages in
            document.state.stage.map(stages.contains) ?? false
        }
        let isNamed = title.map { Self.contains(document.name, $0) }
        let isSigned = signerName.map { name in
            document.recipients.contains { Self.contains($0.name.full, name) }
        }
        return isInTime && (clientID.map { document.clientID == $0 } ?? true)
            && (isAtStage ?? true) && (isNamed ?? true) && (isSigned ?? true)
    }

    private static func contains(_ text: String, _ part: String) -> Bool {
        text.lowercased().contains(part.lowercased())
    }
}
