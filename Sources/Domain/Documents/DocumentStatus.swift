/// The state without its facts: what lists and filters know.
public enum DocumentStatus: String, Codable, CaseIterable, Sendable {
    case draft, signing, awaitingApproval, sealing, signed, rejected, deleted
}

extension Document.State {
    public var status: DocumentStatus {
        switch self {
        case .draft: .draft
        case .signing: .signing
        case .awaitingApproval: .awaitingApproval
        case .sealing: .sealing
        case .signed: .signed
        case .rejected: .rejected
        case .deleted: .deleted
        }
    }
}
