public import Domain

extension StubStore: DocumentStore {
    public func document(_ id: DocumentID) async throws -> Document? {
        if let fault { throw fault }
        return documents[id]
    }

    public func head(of id: DocumentID) async throws -> DocumentHead? {
        try await document(id).map {
            DocumentHead(
                account: $0.account, author: $0.author.user, stage: $0.state.stage,
                version: $0.version)
        }
    }

    public func document(link: ContentHash) async throws -> (Document, PartyID)? {
        for document in documents.values {
            if let recipient = document.recipients.first(where: { $0.link.hash == link }) {
                return (document, .recipient(recipient.id))
            }
            if document.authorLink.hash == link { return (document, .author(document.author.user)) }
        }
        return nil
    }

    public func commit(_ change: Change) async throws {
        let after = change.after
        guard documents[after.id]?.version == change.before?.version else {
            throw VersionConflict()
        }
        if let used = change.confirmation { try use(used) }
        documents[after.id] = after
        revisions[after.id, default: []] += change.revisions
        if let context = change.context { contexts[after.id] = context }
        trails[after.id, default: []] += change.audit
        if let certificate = change.certificate { replace(certificate) }
        for work in change.work { enqueue(work, at: after.audit.lastAt) }
    }

    public func commit<Told: Sendable>(
        _ count: Int, _ make: @escaping @Sendable (Int) throws -> (Change, Told)
    ) async throws -> [Told] {
        let made = try (0..<count).map(make)
        for (change, _) in made { try await commit(change) }
        return made.map(\.1)
    }

    public func documents(of bulk: BulkID, in account: AccountID) async throws -> [BulkRow] {
        documents.values.filter { $0.account == account && $0.terms.bulk?.transaction == bulk }
            .sorted { ($0.terms.bulk?.row ?? 0) < ($1.terms.bulk?.row ?? 0) }
            .compactMap { document in
                document.state.stage.map {
                    BulkRow(
                        sequence: document.terms.bulk?.sequence ?? "", id: document.id, stage: $0)
                }
            }
    }

    public func revisions(of document: DocumentID, round: Int) async throws -> [Revision] {
        (revisions[document] ?? []).filter { $0.round == round }
    }

    public func context(of document: DocumentID, round: Int) async throws -> SigningContext? {
        contexts[document]
    }

    public func documents(
        _ query: DocumentQuery, after cursor: DocumentQuery.Cursor?, limit: Int
    ) async throws -> [Document] {
        if let fault { throw fault }
        let matching = documents.values.filter { query.matches($0) }.sorted {
            ($0.createdAt, $0.id) > ($1.createdAt, $1.id)
        }
        let rest = matching.filter { document in
            cursor.map { (document.createdAt, document.id) < ($0.createdAt, $0.id) } ?? true
        }
        return Array(rest.prefix(limit))
    }

    public func statuses(
        _ query: DocumentQuery, after cursor: DocumentQuery.Cursor?, limit: Int
    ) async throws -> [DocumentQuery.Row] {
        try await documents(query, after: cursor, limit: limit).map {
            DocumentQuery.Row(id: $0.id, status: $0.state.status, createdAt: $0.createdAt)
        }
    }

    public func statusFacts(
        token: ContentHash, document id: DocumentID
    ) async throws -> StatusFacts? {
        guard let (token, user) = try await self.token(hash: token) else { return nil }
        let document = try await document(id)
        return StatusFacts(
            token: token, account: user.account,
            document: document.map { document in
                StatusFacts.DocumentFacts(
                    account: document.account, author: document.author.user,
                    status: document.state.status,
                    isReachedRecipient: document.recipient(of: user)?.turn?.isReached == true)
            })
    }

    public func auditTrail(of document: DocumentID) async throws -> [AuditRow] {
        trails[document] ?? []
    }
}

extension DocumentQuery {
    fileprivate func matches(_ document: Document) -> Bool {
        (createdFrom...createdTo).contains(document.createdAt) && isInScope(document)
            && (directions.isEmpty || directions.contains { isGoing($0, document) })
            && (states.isEmpty || states.contains { isTagged($0, document) })
    }

    private func isInScope(_ document: Document) -> Bool {
        let hasReached = row(document)?.turn?.isReached == true
        return switch scope {
        case .account: document.account == account
        case .accountAndPersonal: document.account == account || hasReached
        case .personal: document.author.user == user || hasReached
        }
    }

    private func isGoing(_ direction: Direction, _ document: Document) -> Bool {
        switch direction {
        case .income: document.author.user != user && row(document)?.turn?.isReached == true
        case .outcome: document.account == account
        }
    }

    private func isTagged(_ tag: StateTag, _ document: Document) -> Bool {
        let status = document.state.status
        return switch tag {
        case .waitsMe: status == .signing && row(document)?.turn?.isOpen == true
        case .waitsOthers:
            status == .signing
                && document.recipients.contains {
                    $0.role.acts && $0.email != email && $0.turn?.isDone == false
                }
        case .completed: status == .signed
        case .rejected: status == .rejected
        case .draft: status == .draft
        case .deleted: status == .deleted
        }
    }

    private func row(_ document: Document) -> Recipient? {
        document.recipients.first { $0.email == email }
    }
}
