internal import Domain
internal import SQLText

/// What changes do to the numbers of documents at each stage.
struct DocumentTally {
    private struct Place: Hashable {
        let account: AccountID
        let day: SeoulDay
        let stage: DocumentStage
    }

    private var differences: [Place: Int] = [:]

    init() {}

    init(_ changes: [Change]) {
        for change in changes {
            let (before, after) = (change.before?.state.stage, change.after.state.stage)
            guard before != after else { continue }
            if let before { note(-1, of: change.after, at: before) }
            if let after { note(1, of: change.after, at: after) }
        }
    }

    mutating func add(_ other: DocumentTally) {
        differences.merge(other.differences, uniquingKeysWith: +)
    }

    private mutating func note(_ difference: Int, of document: Document, at stage: DocumentStage) {
        let place = Place(
            account: document.account, day: SeoulDay(document.createdAt), stage: stage)
        differences[place, default: 0] += difference
    }

    /// In one order, so that no two transactions wait for each other.
    func write(on connection: any SQLConnection) throws {
        let places = differences.filter { $1 != 0 }.sorted { left, right in
            let (one, other) = (left.key, right.key)
            return (one.account, one.day, one.stage.rawValue)
                < (other.account, other.day, other.stage.rawValue)
        }
        for (place, difference) in places {
            if difference > 0 {
                try connection.raise(place.account, place.day, place.stage, by: difference)
            } else {
                try connection.lower(place.account, place.day, place.stage, by: -difference)
            }
        }
    }
}

extension SQLConnection {
    fileprivate func raise(
        _ account: AccountID, _ day: SeoulDay, _ stage: DocumentStage, by number: Int
    ) throws {
        try execute(
            """
            INSERT INTO document_tally (account_id, stage, document_count)
            VALUES (\(account), \(stage), \(number))
            ON CONFLICT (account_id, stage) DO UPDATE
            SET document_count = document_tally.document_count + excluded.document_count
            """)
        try execute(
            """
            INSERT INTO document_day_tally (account_id, day, stage, document_count)
            VALUES (\(account), \(day), \(stage), \(number))
            ON CONFLICT (account_id, day, stage) DO UPDATE
            SET document_count = document_day_tally.document_count + excluded.document_count
            """)
    }

    /// A row that is not there, or is too low, contradicts what is stored.
    fileprivate func lower(
        _ account: AccountID, _ day: SeoulDay, _ stage: DocumentStage, by number: Int
    ) throws {
        let inAll = try execute(
            """
            UPDATE document_tally SET document_count = document_count - \(number)
            WHERE account_id = \(account) AND stage = \(stage)
            """)
        let onDay = try execute(
            """
            UPDATE document_day_tally SET document_count = document_count - \(number)
            WHERE account_id = \(account) AND day = \(day) AND stage = \(stage)
            """)
        guard inAll == 1, onDay == 1 else { throw ImpossibleChange.notTallied }
    }
}
