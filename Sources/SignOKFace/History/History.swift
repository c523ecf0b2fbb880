import Domain

/// What happened to a document, in the words of this wire (contract, Vocabulary).
struct History: Sendable {
    enum Event: String, Sendable {
        case created = "문서생성"
        case requested = "서명요청"
        case waiting = "서명대기중"
        case opened = "문서열람"
        case signed = "서명완료"
        case declined = "서명거절"
        case revoked = "요청취소"
        case completed = "문서완료"
    }

    let rows: [HistoryRow]

    /// Throws where a row that we stored cannot be read.
    init(of own: OwnDocument) throws {
        let document = own.document
        let roundStart = own.trail.last { $0.kind == .editing }?.sequence ?? 0
        rows = try own.trail.flatMap { row in
            let events = Self.events(row, isOfRound: row.sequence > roundStart)
            guard !events.isEmpty else { return [HistoryRow]() }
            let person = try document.person(row)
            return events.map { HistoryRow(event: $0, person: person, at: row.at) }
        }
    }

    /// Being invited is two things on this wire, which happen at once here. Clients count
    /// signatures, so those of an earlier round, which are no part of the file, are left out.
    private static func events(_ row: AuditRow, isOfRound: Bool) -> [Event] {
        switch row.kind {
        case .created: [.created]
        case .invited: [.requested, .waiting]
        case .opened: [.opened]
        case .signed: isOfRound ? [.signed] : []
        case .declined: [.declined]
        case .revoked: [.revoked]
        case .sealed: [.completed]
        case .filesUploaded, .fileInspected, .fileRefused, .sent, .editing, .deleted: []
        }
    }
}
