/// Documents by creation time, as a stream of pages so that a month of 100,000 costs no memory.
public struct ListDocuments: Sendable {
    /// Exactly so many days are still allowed.
    public static let intervalLimitDays = 31
    private static let pageSize = 500

    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Needs `accountDocuments`. With tags, `personalDocuments` widens the search.
    public func query(
        from createdFrom: Instant, to createdTo: Instant,
        directions: Set<DocumentQuery.Direction>, states: Set<DocumentQuery.StateTag>,
        by actor: Actor
    ) throws(Refusal) -> DocumentQuery {
        try actor.require(.accountDocuments)
        let (span, overflow) = createdTo.microseconds.subtractingReportingOverflow(
            createdFrom.microseconds)
        guard !overflow, span >= 0 else { throw .invalid(path: "dateFrom", .malformed) }
        guard span <= Int64(Self.intervalLimitDays) * 86_400_000_000 else {
            throw .invalid(path: "dateTo", .intervalTooLong(days: Self.intervalLimitDays))
        }
        let isTagged = !directions.isEmpty || !states.isEmpty
        let isPersonal = isTagged && actor.permissions.contains(.personalDocuments)
        return DocumentQuery(
            actor: actor, createdFrom: createdFrom, createdTo: createdTo, directions: directions,
            states: states, scope: isPersonal ? .accountAndPersonal : .account)
    }

    /// Pages of whole documents.
    public func documents(_ query: DocumentQuery) -> AsyncThrowingStream<[Document], any Error> {
        pages { cursor in
            try await ports.documents.documents(query, after: cursor, limit: Self.pageSize)
        } cursor: {
            DocumentQuery.Cursor(createdAt: $0.createdAt, id: $0.id)
        }
    }

    /// Pages of ids and states.
    public func statuses(
        _ query: DocumentQuery
    ) -> AsyncThrowingStream<[DocumentQuery.Row], any Error> {
        pages { cursor in
            try await ports.documents.statuses(query, after: cursor, limit: Self.pageSize)
        } cursor: {
            DocumentQuery.Cursor(createdAt: $0.createdAt, id: $0.id)
        }
    }

    /// One page of a signed-in user's own documents.
    public func page(
        _ query: DocumentQuery, after cursor: DocumentQuery.Cursor?, limit: Int
    ) async throws -> [Document] {
        try await ports.documents.documents(query, after: cursor, limit: limit)
    }

    private func pages<Row: Sendable>(
        _ page: @escaping @Sendable (DocumentQuery.Cursor?) async throws -> [Row],
        cursor: @escaping @Sendable (Row) -> DocumentQuery.Cursor
    ) -> AsyncThrowingStream<[Row], any Error> {
        let last = LastRow()
        return AsyncThrowingStream {
            let rows = try await page(await last.cursor)
            guard let row = rows.last else { return nil }
            await last.move(to: cursor(row))
            return rows
        }
    }
}

private actor LastRow {
    private(set) var cursor: DocumentQuery.Cursor?

    func move(to cursor: DocumentQuery.Cursor) {
        self.cursor = cursor
    }
}
