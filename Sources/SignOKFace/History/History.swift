import Domain

/// What happened to a document, in the words of this wire (contract, Vocabulary).
struct History: Sendable {
    enum Event: String, Sendable {
        case created = "문서생성"
        case requested = "서명요청"
        case waiting = "서명대기중"
        case opened = "문서열람"
        case copyOpened = "참조자열람"
        case authenticated = "본인인증완료"
        case meetingRequested = "대면서명인증요청"
        case reviewWaiting = "검토대기중"
        case reviewed = "검토완료"
        case sentBack = "검토반려"
        case resent = "알림재전송"
        case attached = "첨부파일제출"
        case approved = "승인완료"
        case expired = "기간만료"
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
            let entry = try row.entry()
            let events = Self.events(
                row.kind, role: entry.facts["role"], isOfRound: row.sequence > roundStart)
            let person = document.person(row.kind, entry)
            return events.map { HistoryRow(event: $0, person: person, at: row.at) }
        }
    }

    /// Being invited is two things on this wire, which happen at once here. Clients count
    /// signatures, so those of an earlier round, which are no part of the file, are left out.
    private static func events(
        _ kind: AuditEvent.Kind, role: String?, isOfRound: Bool
    ) -> [Event] {
        switch kind {
        case .created: [.created]
        case .invited: invitation(of: role)
        case .opened: role == "carbonCopy" ? [.copyOpened] : [.opened]
        case .accessGranted: [.authenticated]
        case .meetingRequested: [.meetingRequested]
        case .resent, .reminded: [.resent]
        case .attached: [.attached]
        case .reviewed: [.reviewed]
        case .sentBack: [.sentBack]
        case .approved: [.approved]
        case .expired: [.expired]
        case .signed: isOfRound ? [.signed] : []
        case .declined: [.declined]
        case .revoked: [.revoked]
        case .sealed: [.completed]
        case .filesUploaded, .fileInspected, .fileRefused, .sendingScheduled, .sendingCancelled,
            .sent, .unsendable, .editing, .deleted, .readdressed, .rescheduled, .accessLocked,
            .prepared, .signatureRefused:
            []
        }
    }

    /// A reviewer waits for the review; of one who gets a copy nothing is asked.
    private static func invitation(of role: String?) -> [Event] {
        switch role {
        case "reviewer": [.requested, .reviewWaiting]
        case "carbonCopy": []
        default: [.requested, .waiting]
        }
    }
}
