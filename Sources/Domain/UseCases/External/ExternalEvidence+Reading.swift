extension Ports {
    /// Of every signature of the round that was made elsewhere.
    func externalEvidence(of document: Document) async throws -> [ExternalEvidence] {
        var evidence: [ExternalEvidence] = []
        for turn in document.recipients.compactMap(\.turn) {
            guard let field = turn.field, let blob = turn.approval?.external?.evidence else {
                continue
            }
            evidence.append(
                ExternalEvidence(field: field, bytes: try await archive.bytes(of: blob)))
        }
        return evidence
    }
}
