public import CMS

extension SigningSession {
    /// Signs with a timestamp over the signature: PAdES B-T.
    ///
    /// Should the container outgrow its room, it is made once more with the room it needs.
    @discardableResult
    public mutating func sign(
        _ signature: FileSignature, by signer: CAdESSigner, timestampedBy source: TokenSource
    ) async throws -> RevisionDelta {
        let room = signer.contentsRoom(timestampedBy: source)
        do {
            return try await sign(signature, by: signer, source, contentsRoom: room)
        } catch SigningError.roomExceeded(let measured, _) {
            let room = CAdESSigner.contentsRoom(measured: measured)
            return try await sign(signature, by: signer, source, contentsRoom: room)
        }
    }

    private mutating func sign(
        _ signature: FileSignature, by signer: CAdESSigner, _ source: TokenSource,
        contentsRoom: Int
    ) async throws -> RevisionDelta {
        let prepared = try prepared(signature, contentsRoom: contentsRoom)
        let digest = try digest(of: prepared, by: signer.digestAlgorithm)
        let container = try await signer.sign(messageDigest: digest, timestampedBy: source)
        return try append(prepared, filledWith: container)
    }

    /// Adds validation data for signatures that have none yet: PAdES B-LT.
    ///
    /// - Parameter fields: those of the signatures concerned, document timestamps among them; nil
    ///   means all. A signature that the store knows already is left alone.
    /// - Returns: nil if there was nothing to add.
    /// - Throws: ``SigningError/evidenceMissing(_:)``, `CMSError` for a container that cannot be
    ///   read.
    @discardableResult
    public mutating func addEvidence(
        from collector: inout EvidenceCollector, for fields: [String]? = nil
    ) async throws -> RevisionDelta? {
        var data: [String: ValidationData] = [:]
        for (field, container) in try state.containers(of: context.structure) {
            guard fields?.contains(field) ?? true else { continue }
            data[field] = try await collector.evidence(for: container)
        }
        guard !data.isEmpty else { return nil }
        let update = try SecurityStoreUpdate(data: data).made(on: context)
        append(update)
        return update
    }

    /// Puts a document timestamp over all that the file holds: PAdES B-LTA, if its signatures have
    /// their validation data.
    @discardableResult
    public mutating func timestamp(by source: TokenSource) async throws -> RevisionDelta {
        do {
            return try await timestamp(by: source, contentsRoom: source.tokenRoom)
        } catch SigningError.roomExceeded(let measured, _) {
            let room = CAdESSigner.contentsRoom(measured: measured)
            return try await timestamp(by: source, contentsRoom: room)
        }
    }

    private mutating func timestamp(
        by source: TokenSource, contentsRoom: Int
    ) async throws -> RevisionDelta {
        let name = FieldNames.numbered("Timestamp", avoiding: state.names)
        let update = try DocumentTimestampUpdate(fieldName: name, contentsRoom: contentsRoom)
            .prepared(on: context)
        let token = try await source.token(over: update.digest)
        let delta = try update.filled(with: token)
        append(delta, holding: token, in: name)
        return delta
    }

    /// Renews a signed file before what proves its signatures expires: validation data for all
    /// that has none, the last document timestamp among it, then a new document timestamp.
    public mutating func extend(
        with collector: inout EvidenceCollector, timestampedBy source: TokenSource
    ) async throws {
        guard !context.structure.signatures.isEmpty else { throw SigningError.notSigned }
        try await addEvidence(from: &collector)
        try await timestamp(by: source)
    }
}
