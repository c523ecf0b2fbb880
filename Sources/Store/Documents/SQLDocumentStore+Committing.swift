public import Domain
internal import SQLText

extension SQLDocumentStore {
    /// Documents whose rows are worded at once.
    private static let partSize = 16

    public func commit(_ change: Change) async throws {
        let wording = try Wording(of: [change], Forms(), jobs)
        try await database.write { connection in
            try connection.perform(wording.writes)
            try wording.tally.write(on: connection)
        }
        if wording.owesWork { jobs.announce() }
    }

    public func commit<Told: Sendable>(
        _ count: Int, _ make: @escaping @Sendable (Int) throws -> (Change, Told)
    ) async throws -> [Told] {
        let starts = Array(stride(from: 0, to: count, by: Self.partSize))
        let forms = Forms()
        let parts = Ahead(starts.count) { [jobs] part in
            let made = try (starts[part]..<min(starts[part] + Self.partSize, count)).map(make)
            return (try Wording(of: made.map(\.0), forms, jobs), made.map(\.1))
        }
        let (told, owesWork) = try await database.write { connection in
            var (told, tally, owesWork) = ([Told](), DocumentTally(), false)
            for part in starts.indices {
                let (wording, words) = try parts.part(part)
                try connection.perform(wording.writes)
                tally.add(wording.tally)
                told += words
                owesWork = owesWork || wording.owesWork
            }
            try tally.write(on: connection)
            return (told, owesWork)
        }
        if owesWork { jobs.announce() }
        parts.discard()
        return told
    }
}

/// All that some changes write.
private struct Wording: Sendable {
    let writes: [Write]
    let tally: DocumentTally
    let owesWork: Bool

    init(of changes: [Change], _ forms: Forms, _ jobs: JobWriter) throws {
        var (writes, written) = ([Write](), Set<ContentHash>())
        for change in changes {
            let form = try forms.form(of: change)
            if let form, written.insert(form.hash).inserted { writes.append(form.write) }
            writes += try change.writes(form: form?.hash, jobs: jobs)
        }
        self.writes = writes
        tally = DocumentTally(changes)
        owesWork = changes.contains { !$0.work.isEmpty }
    }
}
