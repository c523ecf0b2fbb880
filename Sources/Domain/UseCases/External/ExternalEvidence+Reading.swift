extension Ports {
    /// Of every signature of the round that was made elsewhere.
    func externalEvidence(of document: Document) async throws -> [ExternalEvidence] {
        var evidence: [ExternalEvidence] = []
        for turn in document.recipients.compactMap(\.turn) {
            guard let blob = turn.approval?.evidence else { continue }
            evidence.append(
                ExternalEvidence(field: turn.field, bytes: try await archive.bytes(of: blob)))
        }
        return evidence
    }
}

extension Archive {
    /// A small blob, whole.
    func bytes(of blob: Blob) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in read(blob, 0..<blob.byteCount) { bytes += piece }
        return bytes
    }
}
