public import CMS

extension SigningSession {
    /// A signature that only lacks its CMS, to be made elsewhere of the update's digest.
    public struct Prepared: Sendable {
        public let update: PreparedUpdate
        let state: State

        /// SHA-256 of what is signed.
        public var digest: [UInt8] { update.digest }
    }

    /// Bytes left free behind the largest container expected: signatures vary by a few.
    static let spareRoom = 64

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
        append(delta)
        return delta
    }

    /// Signs: PAdES B-B.
    @discardableResult
    public mutating func sign(
        _ signature: FileSignature, by signer: CAdESSigner
    ) throws -> RevisionDelta {
        let room = signer.maximumByteCount + Self.spareRoom
        let prepared = try prepared(signature, contentsRoom: room)
        return try append(prepared, filledWith: signer.sign(messageDigest: prepared.digest))
    }
}
