internal import Domain
internal import SQLText

/// For `turn AS t`.
let turnColumns: SQL = """
    t.context, t.field, t.progress, t.progressed_at, t.decline_reason, t.confirmed_by,
    t.consent_version, t.entries, t.external, t.gate_failures, t.locked_until, t.submissions,
    t.origin_address, t.origin_user_agent, t.certificate_serial, t.certificate_name,
    t.certificate_thumbprint, t.certificate_not_before, t.certificate_not_after
    """

extension Document {
    func inserting(_ turn: Turn, of recipient: RecipientID) throws -> Write {
        let facts = TurnColumns(turn.progress)
        let (approval, certificate) = (facts.approval, facts.approval?.certificate)
        return Write(
            """
            INSERT INTO turn (
                account_id, document_id, round, recipient_id, context, field, progress, progressed_at,
                decline_reason, confirmed_by, consent_version, entries, external, gate_failures,
                locked_until, submissions, origin_address, origin_user_agent,
                certificate_serial, certificate_name, certificate_thumbprint,
                certificate_not_before, certificate_not_after)
            VALUES (
                \(account), \(id), \(round), \(recipient),
                \(turn.context), \(turn.field), \(facts.progress), \(facts.at),
                \(facts.declineReason),
                \(approval?.confirmation), \(approval?.consentVersion),
                \(try (approval?.entries).map(JSONText.init)),
                \(try (approval?.external).map(JSONText.init)), \(turn.gate.failures),
                \(turn.gate.lockedUntil), \(try JSONText(turn.submissions)),
                \(approval?.origin.address), \(approval?.origin.userAgent),
                \(certificate?.serial), \(certificate?.commonName), \(certificate?.thumbprint),
                \(certificate?.notBefore), \(certificate?.notAfter))
            """)
    }

    /// What was approved or declined is final, whoever asks.
    func updating(_ turn: Turn, of recipient: RecipientID) throws -> Write {
        let facts = TurnColumns(turn.progress)
        let (approval, certificate) = (facts.approval, facts.approval?.certificate)
        return Write(
            """
            UPDATE turn
            SET context = \(turn.context), progress = \(facts.progress),
                progressed_at = \(facts.at), decline_reason = \(facts.declineReason),
                confirmed_by = \(approval?.confirmation),
                consent_version = \(approval?.consentVersion),
                entries = \(try (approval?.entries).map(JSONText.init)),
                external = \(try (approval?.external).map(JSONText.init)),
                gate_failures = \(turn.gate.failures), locked_until = \(turn.gate.lockedUntil),
                submissions = \(try JSONText(turn.submissions)),
                origin_address = \(approval?.origin.address),
                origin_user_agent = \(approval?.origin.userAgent),
                certificate_serial = \(certificate?.serial),
                certificate_name = \(certificate?.commonName),
                certificate_thumbprint = \(certificate?.thumbprint),
                certificate_not_before = \(certificate?.notBefore),
                certificate_not_after = \(certificate?.notAfter)
            WHERE account_id = \(account) AND document_id = \(id)
                AND round = \(round) AND recipient_id = \(recipient)
                AND progress NOT IN ('approved', 'reviewed', 'rejected')
            """, orThrow: ImpossibleChange.turnIsOver(recipient))
    }
}

/// A turn's progress as columns; the facts of other kinds of progress are NULL.
private struct TurnColumns {
    let progress: String
    var at: Instant?
    var declineReason: String?
    var approval: Approval?

    init(_ progress: Turn.Progress) {
        switch progress {
        case .waiting: self.progress = "waiting"
        case .notified(let at): (self.progress, self.at) = ("notified", at)
        case .opened(let at): (self.progress, self.at) = ("opened", at)
        case .approved(let approval):
            (self.progress, at, self.approval) = ("approved", approval.at, approval)
        case .reviewed(let at): (self.progress, self.at) = ("reviewed", at)
        case .rejected(let at, let reason):
            (self.progress, self.at, declineReason) = ("rejected", at, reason)
        }
    }
}

extension Row {
    /// `nil` where the recipient has no part in the round yet.
    func turn() throws -> Turn? {
        guard let context = try value("context", as: Int32?.self) else { return nil }
        return Turn(
            context: context, field: try value("field"), progress: try turnProgress(),
            gate: AccessGate(
                failures: try value("gate_failures"), lockedUntil: try value("locked_until")),
            submissions: try value("submissions", as: JSONText.self).value)
    }

    private func turnProgress() throws -> Turn.Progress {
        switch try value("progress", as: String.self) {
        case "waiting": .waiting
        case "notified": .notified(at: try value("progressed_at"))
        case "opened": .opened(at: try value("progressed_at"))
        case "approved": .approved(try approval())
        case "reviewed": .reviewed(at: try value("progressed_at"))
        case "rejected":
            .rejected(at: try value("progressed_at"), reason: try value("decline_reason"))
        case let progress: throw SQLError(.decoding, "unknown progress \(progress)")
        }
    }

    private func approval() throws -> Approval {
        Approval(
            at: try value("progressed_at"), confirmation: try value("confirmed_by"),
            certificate: CertificateFacts(
                serial: try value("certificate_serial"),
                commonName: try value("certificate_name"),
                thumbprint: try value("certificate_thumbprint"),
                notBefore: try value("certificate_not_before"),
                notAfter: try value("certificate_not_after")),
            consentVersion: try value("consent_version"),
            origin: RequestOrigin(
                address: try value("origin_address"), userAgent: try value("origin_user_agent")),
            entries: try value("entries", as: JSONText.self).value,
            external: try value("external", as: JSONText<Approval.External>?.self)?.value)
    }
}
