extension Ports {
    /// The document, as far as this actor may see it: foreign is absent.
    func visible(_ id: DocumentID, to actor: Actor) async throws -> Document {
        guard let document = try await documents.document(id), document.isVisible(to: actor) else {
            throw Refusal.documentNotFound
        }
        return document
    }

    /// The document with its files, for whoever may read them now.
    func readable(_ id: DocumentID, by actor: Actor) async throws -> Document {
        guard let document = try await documents.document(id), document.isReadable(by: actor)
        else { throw Refusal.documentNotFound }
        return document
    }

    /// The document, for its author side only.
    func owned(_ id: DocumentID, by actor: Actor) async throws -> Document {
        guard let document = try await documents.document(id), document.isAuthorSide(actor) else {
            throw Refusal.documentNotFound
        }
        return document
    }

    /// Decides and commits; where somebody was faster, loads again and decides anew.
    ///
    /// `nil` from `decide` means that nothing is left to change.
    func commit(
        _ load: () async throws -> Document,
        _ decide: (Document) async throws -> Change?
    ) async throws -> Document {
        try await uncontested {
            let document = try await load()
            guard let change = try await decide(document) else { return document }
            try await documents.commit(change)
            return change.after
        }
    }

    /// Done once nobody else was faster; each time from the beginning.
    func uncontested<Made>(_ work: () async throws -> Made) async throws -> Made {
        for attempt in 0..<Self.commitAttempts {
            if attempt > 0 { try await clock.sleep(milliseconds: min(attempt, 20)) }
            do { return try await work() } catch is VersionConflict {}
        }
        throw Refusal.busy
    }

    /// A hundred signers at one instant: each round of the race has a winner.
    private static let commitAttempts = 2 * NewDocument.recipientLimit

    /// The document once `isDone`, or as it is when the time is over.
    func wait(
        for id: DocumentID, milliseconds: Int, until isDone: (Document) -> Bool
    ) async throws -> Document {
        let pause = 20
        for _ in 0..<(milliseconds / pause) {
            if let document = try await documents.document(id), isDone(document) {
                return document
            }
            try await clock.sleep(milliseconds: pause)
        }
        guard let document = try await documents.document(id) else {
            throw Refusal.documentNotFound
        }
        return document
    }
}
