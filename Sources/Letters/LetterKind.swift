public import Domain

/// What a letter or message is about: the part of the catalogues' keys that names it, and the name
/// by which an operator registers a text for phones.
public enum LetterKind: String, CaseIterable, Sendable {
    case invitation, yourTurn, link, reviewRequest, copy, reminder, approvalRequest
    case signingCode, accessCode, certificateCode
    case signedBy, declinedBy, accessLocked, expired, completed, revoked, deleted, editing

    public init(_ kind: Notice.Kind) {
        self =
            switch kind {
            case .invitation: .invitation
            case .yourTurn: .yourTurn
            case .link: .link
            case .reviewRequest: .reviewRequest
            case .copy: .copy
            case .reminder: .reminder
            case .approvalRequest: .approvalRequest
            case .signingCode: .signingCode
            case .accessCode: .accessCode
            case .certificateCode: .certificateCode
            case .signedBy: .signedBy
            case .declinedBy: .declinedBy
            case .accessLocked: .accessLocked
            case .expired: .expired
            case .completed: .completed
            case .revoked: .revoked
            case .deleted: .deleted
            case .editing: .editing
            }
    }
}
