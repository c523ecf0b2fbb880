public import Domain

extension StubStore: PreparationStore {
    public func preparation(
        for recipient: RecipientID, of document: DocumentID, round: Int
    ) async throws -> Preparation? {
        preparations.first {
            $0.recipient == recipient && $0.document == document && $0.round == round
        }
    }

    public func keep(
        _ preparation: Preparation, replacing known: Preparation?
    ) async throws -> Preparation {
        let kept = try await self.preparation(
            for: preparation.recipient, of: preparation.document, round: preparation.round)
        guard kept?.digest == known?.digest else { return kept ?? preparation }
        preparations.removeAll { $0 == kept }
        preparations.append(preparation)
        return preparation
    }

    public func note(neededRoom: Int, for preparation: Preparation) async throws {
        guard let index = preparations.firstIndex(of: preparation) else { return }
        let known = preparations[index]
        preparations[index] = Preparation(
            document: known.document, round: known.round, recipient: known.recipient,
            revision: known.revision, opening: known.opening, closing: known.closing,
            plan: known.plan, values: known.values, room: known.room, digest: known.digest,
            at: known.at, neededRoom: neededRoom)
    }
}
