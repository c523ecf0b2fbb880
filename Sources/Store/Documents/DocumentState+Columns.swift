internal import Domain
internal import SQLText

/// A state's facts as columns; those of other states are NULL.
struct DocumentStateColumns {
    let state: DocumentStatus
    var trouble: String?
    var seal: Seal?
    var rejectedAt: Instant?
    var declinedBy: RecipientID?
    var declineReason: String?
    var revokedBy: UserID?
    var hasExpired = false
    var wasReleased: Bool?

    init(_ state: Document.State) {
        self.state = state.status
        switch state {
        case .draft, .signing, .awaitingApproval: break
        case .sealing(let trouble): self.trouble = trouble
        case .signed(let seal): self.seal = seal
        case .rejected(let rejection): set(rejection)
        case .deleted(let wasReleased): self.wasReleased = wasReleased
        }
    }

    private mutating func set(_ rejection: Rejection) {
        rejectedAt = rejection.at
        switch rejection.cause {
        case .declined(let recipient, let reason):
            (declinedBy, declineReason) = (recipient, reason)
        case .revoked(let user): revokedBy = user
        case .expired: hasExpired = true
        }
    }
}

extension Row {
    func documentState() throws -> Document.State {
        switch try value("state", as: DocumentStatus.self) {
        case .draft: .draft
        case .signing: .signing
        case .awaitingApproval: .awaitingApproval
        case .sealing: .sealing(trouble: try value("seal_trouble"))
        case .signed: .signed(try seal())
        case .rejected: .rejected(Rejection(at: try value("rejected_at"), cause: try rejection()))
        case .deleted: .deleted(wasReleased: try value("was_released"))
        }
    }

    private func seal() throws -> Seal {
        Seal(
            at: try value("sealed_at"), hash: try value("seal_hash"),
            byteCount: try value("seal_byte_count"),
            certificate: Blob(
                hash: try value("seal_certificate_hash"),
                byteCount: try value("seal_certificate_byte_count")))
    }

    private func rejection() throws -> Rejection.Cause {
        if let recipient: RecipientID = try value("declined_by", as: RecipientID?.self) {
            return .declined(by: recipient, reason: try value("decline_reason"))
        }
        return try value("has_expired") ? .expired : .revoked(by: try value("revoked_by"))
    }
}
