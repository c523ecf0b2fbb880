extension Ports {
    func linked(_ visit: LinkVisit) async throws -> LinkedDocument {
        guard
            let (document, party) = try await documents.document(
                link: LinkKey.hash(of: visit.code)),
            case .recipient(let id) = party, let recipient = document[recipient: id]
        else { throw Refusal.linkNotFound }
        return LinkedDocument(
            document: document, recipient: recipient,
            pass: linkKey.pass(visit.pass, for: recipient.link, at: clock.now()))
    }

    /// The document of its author's own link.
    func authored(_ code: String) async throws -> Document {
        guard let (document, party) = try await documents.document(link: LinkKey.hash(of: code)),
            case .author = party, document.state.status != .deleted
        else { throw Refusal.linkNotFound }
        return document
    }

    /// One change by the link's holder, who has passed the door; `nil` from `decide` where nothing
    /// is left to do.
    func change(
        link visit: LinkVisit, _ decide: (Document, RecipientID) async throws -> Change?
    ) async throws -> LinkedDocument {
        let linked = try await linked(visit)
        try linked.admit()
        let document = try await commit({ try await self.linked(visit).document }) { document in
            try await decide(document, linked.recipient.id)
        }
        return try linked.after(document)
    }
}

extension LinkedDocument {
    /// The same visit of the changed document.
    func after(_ document: Document) throws(Refusal) -> LinkedDocument {
        guard let recipient = document[recipient: recipient.id] else { throw .linkNotFound }
        return LinkedDocument(document: document, recipient: recipient, pass: pass)
    }
}
