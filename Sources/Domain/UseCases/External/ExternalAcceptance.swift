/// The way of a signature that was made elsewhere into its place: judged, timestamped, set in.
struct ExternalAcceptance: Sendable {
    let sealer: any ExternalSealer
    let workshop: any ExternalWorkshop

    /// A signature in its place.
    struct Accepted: Sendable {
        let update: SignedUpdate
        let certificate: CertificateFacts
        /// In DER, with its timestamp.
        let signature: [UInt8]
        let evidence: Blob
    }

    /// - Parameter signed: the pieces of what was to be signed.
    /// - Throws: ``ExternalProblem`` where it is not taken, ``TimestampUnavailable`` where it cannot
    ///   be timestamped now; nothing was changed.
    func accepted(
        _ upload: [UInt8], over signed: [Blob], _ prepared: PreparedSignature,
        business: BusinessProof?, at now: Instant
    ) async throws -> Accepted {
        let judged = try await workshop.judge(
            ExternalSubmission(
                upload: upload, signed: signed, digest: prepared.digest,
                anchors: sealer.trustedCertificates(), business: business, room: prepared.room,
                timestampRoom: sealer.externalTimestamps?.tokenRoom, at: now))
        let signature = try await timestamped(judged)
        return Accepted(
            update: try sealer.fill(prepared, with: signature), certificate: judged.certificate,
            signature: signature, evidence: judged.evidence)
    }

    private func timestamped(_ judged: JudgedSignature) async throws -> [UInt8] {
        guard let source = sealer.externalTimestamps else { return judged.signature }
        let token = try await source.token(over: judged.imprint)
        return try await workshop.timestamped(judged.signature, by: token)
    }
}
