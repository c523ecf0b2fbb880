public import Domain
internal import SQLText

extension SQLDocumentStore {
    /// Documents whose rows are worded at once.
    private static let partSize = 32

    public func commit(_ change: Change) async throws {
        let wording = try Wording(of: [change], jobs: jobs)
        try await database.write { connection in
            try connection.perform(wording.writes)
            try wording.tally.write(on: connection)
        }
        if !change.work.isEmpty { jobs.announce() }
    }

    public func commit<Told: Sendable>(
        _ count: Int, _ make: @escaping @Sendable (Int) throws -> (Change, Told)
    ) async throws -> [Told] {
        let starts = Array(stride(from: 0, to: count, by: Self.partSize))
        let parts = Ahead(starts.count) { [jobs] part in
            let made = try (starts[part]..<min(starts[part] + Self.partSize, count)).map(make)
            return (try Wording(of: made.map(\.0), jobs: jobs), made.map(\.1))
        }
        let told = try await database.write { connection in
            var (told, tally) = ([Told](), DocumentTally())
            for part in starts.indices {
                let (wording, words) = try parts.take(part)
                try connection.perform(wording.writes)
                tally.add(wording.tally)
                told += words
            }
            try tally.write(on: connection)
            return told
        }
        jobs.announce()
        return told
    }
}

/// All that some changes write.
private struct Wording: Sendable {
    let writes: [Write]
    let tally: DocumentTally

    init(of changes: [Change], jobs: JobWriter) throws {
        var forms = Forms()
        let rows = try changes.flatMap { change in
            try change.writes(form: forms.hash(ofFormOf: change), jobs: jobs)
        }
        writes = forms.writes + rows
        tally = DocumentTally(changes)
    }
}
