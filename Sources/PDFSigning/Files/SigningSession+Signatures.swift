public import CMS

extension SigningSession {
    /// A signature that only lacks its CMS, to be made elsewhere of the update's digest.
    public struct Prepared: Sendable {
        public let update: PreparedUpdate
        let state: State

        /// SHA-256 of what is signed.
        public var digest: [UInt8] { update.digest }
    }

    /// - Parameter contentsRoom: the most bytes that the CMS may have.
    /// - Throws: ``SigningError`` for what the file or its signatures do not allow.
    public func prepared(_ signature: FileSignature, contentsRoom: Int) throws -> Prepared {
        var draft = try FileSignatureDraft(signature, on: context.structure, state)
        let update = try draft.prepared(contentsRoom: contentsRoom, after: context.digest)
        return Prepared(update: update, state: draft.state)
    }

    /// Fills a signature prepared on the newest revision, and appends it.
    @discardableResult
    public mutating func append(
        _ prepared: Prepared, filledWith cms: [UInt8]
    ) throws(SigningError) -> RevisionDelta {
        guard prepared.update.start == byteCount else {
            throw .unsuitableBase("the file has grown since the signature was prepared")
        }
        let delta = try prepared.update.filled(with: cms)
        state = prepared.state
        append(delta, holding: cms, in: prepared.update.field)
        return delta
    }

    /// Signs: PAdES B-B.
    @discardableResult
    public mutating func sign(
        _ signature: FileSignature, by signer: CAdESSigner
    ) throws -> RevisionDelta {
        let prepared = try prepared(signature, contentsRoom: signer.contentsRoom())
        let digest = try digest(of: prepared, by: signer.digestAlgorithm)
        return try append(prepared, filledWith: signer.sign(messageDigest: digest))
    }

    /// What the signer signs. Only SHA-256 is at hand; any other digest reads the whole file.
    func digest(of prepared: Prepared, by algorithm: DigestAlgorithm) throws -> [UInt8] {
        guard algorithm != .sha256 else { return prepared.digest }
        guard var digest = RunningDigest(algorithm) else {
            throw SigningError.unsupportedDigest(algorithm.rawValue)
        }
        try forEachPart { digest.update($0) }
        for part in prepared.update.signedParts { digest.update(Array(part)) }
        return digest.value
    }
}
