import SQLText
import TamgaTestKit
import Testing

@testable import Domain
@testable import Store

@Suite("Tallies of documents")
struct TallyTests {
    @Test("say what counting says, after every step of many stories", arguments: [UInt64(1), 2, 3])
    func followEveryStep(seed: UInt64) async throws {
        let store = try await TemporaryStore.peopled()
        var steps = try Tale.steps(of: 40, seed: seed)[...]
        while let change = steps.popFirst() {
            try await store.documents.commit(change)
            #expect(try await store.tallies() == store.counted())
        }
        #expect(try await store.counted().count > 10)
    }

    @Test("are written once for documents made at once")
    func followTogether() async throws {
        let store = try await TemporaryStore.peopled()
        let changes = (20..<50).map { Story(UInt8($0)).changes[0] }
        _ = try await store.documents.commit(changes.count) { (changes[$0], ()) }
        #expect(try await store.tallies() == store.counted())
    }

    @Test("stay as they were where the change was not made")
    func stayOnConflict() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().uploaded().acted(.deleteDraft)
        try await store.documents.commit(story.changes[0])
        await #expect(throws: VersionConflict.self) {
            try await store.documents.commit(story.changes[2])
        }
        #expect(try await store.tallies() == store.counted())
        #expect(try await store.documents.count(DocumentSearch(), in: Sample.author.account) == 1)
    }

    @Test("a document that was not tallied cannot leave its stage")
    func refuseUntallied() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().acted(.deleteDraft)
        try await store.documents.commit(story.changes[0])
        try await store.database.write { _ = try $0.execute("DELETE FROM document_tally") }
        await #expect(throws: ImpossibleChange.notTallied) {
            try await store.documents.commit(story.changes[1])
        }
    }

    @Test("are made of what is there when the schema comes to have them")
    func areRebuilt() async throws {
        let store = try await TemporaryStore.peopled()
        for change in try Tale.steps(of: 30, seed: 4) { try await store.documents.commit(change) }
        let before = try await store.tallies()
        try await store.database.write { connection in
            for statement in Self.undoing { try connection.execute(statement) }
            for statement in Migration.m015Tallies.statements { try connection.execute(statement) }
        }
        #expect(try await store.tallies() == before)
    }

    private static let undoing: [SQL] = [
        "DROP INDEX document_living", "DROP INDEX document_by_stage",
        "DROP INDEX recipient_by_name", "DROP TABLE document_tally",
        "DROP TABLE document_day_tally", "ALTER TABLE document DROP COLUMN stage",
    ]
}

/// Stories of many documents on several days, told through each other.
private enum Tale {
    static func steps(of count: Int, seed: UInt64) throws -> [Change] {
        var chance = Chance(state: seed)
        var stories = try (0..<count).map { index in
            let story = Story(
                UInt8(20 + index), by: index % 5 == 0 ? Sample.stranger : Sample.author,
                at: now.adding(seconds: -Int64.random(in: 0..<400_000, using: &chance)))
            return try (ends.randomElement(using: &chance) ?? ends[0])(story).changes[...]
        }
        var steps: [Change] = []
        while let index = stories.indices.filter({ !stories[$0].isEmpty })
            .randomElement(using: &chance)
        {
            steps.append(stories[index].removeFirst())
        }
        return steps
    }

    private static let ends: [@Sendable (Story) throws -> Story] = [
        { $0 }, { try $0.acted(.deleteDraft) }, { try $0.uploaded() }, { try $0.sent() },
        { try $0.sent().acted(.deleteReleased) }, { try $0.sent().acted(.revoke) },
        { try $0.sent().signed(by: 1) }, { try $0.sent().signed(by: 0).signed(by: 1) },
        { try $0.sent().sealed() }, { try $0.sent().sealed().acted(.deleteReleased) },
        { try $0.sent().declined(by: 0) }, { try $0.sent().expired() },
        { try $0.sent().declined(by: 1).acted(.editRejected).released().acted(.revoke) },
        { try $0.sent().expired().acted(.editRejected).acted(.deleteDraft) },
    ]
}

extension Story {
    fileprivate func expired() throws -> Story {
        try then { document in
            var late = document
            late.schedule.deadline = now
            let change = try #require(late.attending(at: now.adding(seconds: 1)))
            return change
        }
    }
}

/// The same in each run (Steele, Lea, Flood 2014: SplitMix64).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension TemporaryStore {
    /// By account, day and stage; the sums over all days, which have a table of their own, too.
    fileprivate func tallies() async throws -> [[SQLValue]] {
        try await table(
            """
            SELECT account_id, day, stage, document_count FROM document_day_tally
            WHERE document_count > 0
            UNION ALL
            SELECT account_id, -1, stage, document_count FROM document_tally
            WHERE document_count > 0
            ORDER BY 1, 2, 3
            """)
    }

    /// The same from the documents' states.
    fileprivate func counted() async throws -> [[SQLValue]] {
        let stages: SQL = """
            SELECT account_id, (created_at + 32400000000) / 86400000000 AS day, CASE
                WHEN state = 'signed' THEN 'completed' WHEN declined_by IS NOT NULL THEN 'declined'
                WHEN revoked_by IS NOT NULL THEN 'revoked' WHEN has_expired = 1 THEN 'expired'
                ELSE state END AS stage
            FROM document WHERE state <> 'deleted'
            """
        return try await table(
            """
            SELECT account_id, day, stage, COUNT(*) FROM (\(stages)) GROUP BY 1, 2, 3
            UNION ALL
            SELECT account_id, -1, stage, COUNT(*) FROM (\(stages)) GROUP BY 1, 3
            ORDER BY 1, 2, 3
            """)
    }

    private func table(_ statement: SQL) async throws -> [[SQLValue]] {
        try await database.read { connection in
            try connection.rows(of: statement).map { row in
                try (0..<4).map { try row.value(at: $0) }
            }
        }
    }
}
