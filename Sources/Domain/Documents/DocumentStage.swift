/// How far a document has come, as its author's side is told: its status, with the ways to be
/// rejected told apart (contract SignOK, How one document looks from both faces).
public enum DocumentStage: String, CaseIterable, Sendable {
    case draft, signing, awaitingApproval, sealing, completed, declined, revoked, expired
}

extension Document.State {
    /// `nil` once the document was deleted.
    public var stage: DocumentStage? {
        switch self {
        case .draft: .draft
        case .signing: .signing
        case .awaitingApproval: .awaitingApproval
        case .sealing: .sealing
        case .signed: .completed
        case .rejected(let rejection): rejection.cause.stage
        case .deleted: nil
        }
    }
}

extension Rejection.Cause {
    fileprivate var stage: DocumentStage {
        switch self {
        case .declined: .declined
        case .revoked: .revoked
        case .expired: .expired
        }
    }
}
