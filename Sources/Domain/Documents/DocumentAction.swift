/// What the author side may ask of a document.
public enum DocumentAction: String, CaseIterable, Sendable {
    case send, revoke, deleteReleased, deleteDraft, editRejected
}

extension Document {
    /// The actions that this actor may take now, in the order of the contract's table.
    public func actions(for actor: Actor) -> [DocumentAction] {
        isAuthorSide(actor) ? availableActions : []
    }

    var availableActions: [DocumentAction] {
        switch state {
        case .draft: isReadyToSend ? [.send, .deleteDraft] : [.deleteDraft]
        case .signing, .awaitingApproval: [.revoke, .deleteReleased]
        case .sealing: [.deleteReleased]
        case .signed: [.deleteReleased]
        case .rejected: [.editRejected, .deleteReleased]
        case .deleted: []
        }
    }

    /// At least one file, and all of them readable.
    public var isReadyToSend: Bool {
        let current = files.filter(\.isCurrent)
        return !current.isEmpty && current.allSatisfy { $0.facts != nil }
    }
}
