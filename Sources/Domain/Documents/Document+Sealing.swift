extension Document {
    /// The finished file has been verified whole: the document is signed.
    func sealed(
        _ seal: Seal, adding revisions: [Revision], context: SigningContext?, at now: Instant
    ) throws(Refusal) -> Change {
        guard case .sealing = state else { throw .wrongState }
        var change = Change(self)
        change.after.state = .signed(seal)
        change.revisions = revisions
        change.context = context
        change.record(AuditEvent(.sealed, by: .system, seal.audit(revisions)), at: now)
        for recipient in recipients {
            change.notify(.completed(noticeLink(recipient)), recipient)
        }
        if !recipients.contains(where: { $0.contact == .email(author.email) }) {
            change.notifyAuthor(.completed(nil))
        }
        return change
    }

    /// The seal failed; it stays owed, and the reason can be seen.
    func troubled(_ trouble: String) throws(Refusal) -> Change {
        guard case .sealing = state else { throw .wrongState }
        var change = Change(self)
        change.after.state = .sealing(trouble: trouble)
        return change
    }
}

extension Seal {
    fileprivate func audit(_ revisions: [Revision]) -> [String: String] {
        var facts = ["sha256": "\(hash)", "bytes": String(byteCount)]
        for revision in revisions { facts["\(revision.kind)"] = "\(revision.blob.hash)" }
        return facts
    }
}
