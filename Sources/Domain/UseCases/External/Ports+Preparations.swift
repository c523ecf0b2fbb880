import FoundationEssentials

extension Ports {
    func document(_ id: DocumentID) async throws -> Document {
        guard let document = try await documents.document(id) else {
            throw Refusal.documentNotFound
        }
        return document
    }

    /// The link's recipient, where it is their turn to sign with a tool of their own.
    func externalSigner(in linked: LinkedDocument) async throws -> Recipient {
        let recipient = try linked.document.openTurn(of: linked.recipient.id)
        try linked.admit()
        guard recipient.method?.isExternal == true else { throw Refusal.wrongMethod }
        try await checkVerification(of: recipient)
        return recipient
    }

    func preparation(of linked: LinkedDocument) async throws -> Preparation? {
        try await external.preparations.preparation(
            for: linked.recipient.id, of: linked.document.id, round: linked.document.round)
    }

    /// The number of the file's last revision.
    func lastRevision(of document: Document) async throws -> Int {
        let revisions = try await documents.revisions(of: document.id, round: document.round)
        guard let last = revisions.last else { throw Refusal.wrongState }
        return last.number
    }

    /// What is to be signed, in its pieces.
    func piecesToSign(
        _ preparation: Preparation, of document: Document
    ) async throws -> [Blob] {
        let revisions = try await documents.revisions(of: document.id, round: preparation.round)
        return revisions.filter { $0.number <= preparation.revision }.map(\.blob)
            + [preparation.opening, preparation.closing]
    }

    func enteredValues(_ preparation: Preparation?) async throws -> [String: FieldValue] {
        guard let preparation else { return [:] }
        return try JSONDecoder().decode(
            [String: FieldValue].self, from: Data(await archive.bytes(of: preparation.values)))
    }

    func prepared(_ preparation: Preparation) async throws -> PreparedSignature {
        PreparedSignature(
            revision: preparation.revision,
            opening: try await archive.bytes(of: preparation.opening),
            closing: try await archive.bytes(of: preparation.closing),
            plan: try await archive.bytes(of: preparation.plan), room: preparation.room,
            digest: preparation.digest)
    }
}
