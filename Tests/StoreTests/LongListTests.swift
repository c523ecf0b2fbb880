import TamgaTestKit
import Testing

@testable import Domain

@Suite("A long list")
struct LongListTests {
    @Test("is written by many at once and read page by page, each document once, newest first")
    func reads() async throws {
        let store = try await TemporaryStore.peopled()
        let made = try await Self.fill(store, with: 1_000)
        let query = DocumentQuery(
            actor: Sample.actor(Sample.author), createdFrom: now,
            createdTo: now.adding(seconds: 1), scope: .account)
        var (seen, cursor): ([DocumentQuery.Row], DocumentQuery.Cursor?) = ([], nil)
        repeat {
            let page = try await store.documents.statuses(query, after: cursor, limit: 300)
            #expect(page.count <= 300)
            seen += page
            cursor = page.last.map { .init(createdAt: $0.createdAt, id: $0.id) }
        } while cursor != nil
        #expect(seen.count == made.count && Set(seen.map(\.id)) == made)
        #expect(seen.map(\.createdAt) == seen.map(\.createdAt).sorted(by: >))
    }

    /// Drafts, 32 at a time, of which some share their moment.
    private static func fill(
        _ store: TemporaryStore, with count: Int
    ) async throws -> Set<DocumentID> {
        let randomness = Counting()
        return try await withThrowingTaskGroup(of: DocumentID.self) { group in
            var made: Set<DocumentID> = []
            for number in 0..<count {
                if number >= 32, let id = try await group.next() { made.insert(id) }
                group.addTask { try await add(number, to: store, randomness) }
            }
            for try await id in group { made.insert(id) }
            return made
        }
    }

    private static func add(
        _ number: Int, to store: TemporaryStore, _ randomness: Counting
    ) async throws -> DocumentID {
        let wanted = NewDocument(
            clientID: nil, name: "Nr. \(number)", isSequential: false, language: .english,
            recipients: [
                NewRecipient(
                    name: Sample.anna.name, contact: .email(Sample.anna.email), number: nil,
                    role: .signer(.simple), access: .code, requiresVerification: false)
            ])
        let at = Instant(microseconds: now.microseconds + Int64(number / 3))
        let change = Document.creating(
            wanted, by: Sample.author, ids: NewIdentifiers(for: wanted, from: randomness, at: at),
            links: Sample.links, at: at)
        try await store.documents.commit(change)
        return change.after.id
    }
}
