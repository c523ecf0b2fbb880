import CMS
public import Domain
import PDFSigning

/// The domain's signatures made with the authority's keys.
public struct AuthoritySealer: Sealer {
    private let seal: TimestampedSigner
    private let issuing: [UInt8]
    /// Of every signature's chain, for the validation data.
    let certificates: [[UInt8]]
    let desk = SigningDesk()
    let standard: SealStandard
    let timestamps: any TimestampSource
    let trust: TrustFolder?

    /// - Parameters:
    ///   - level: what every document must reach. Signatures are timestamped above
    ///     ``SealStandard/Level/baseline``.
    ///   - trust: whom the operator trusts for signatures made elsewhere; nil: nobody.
    public init(
        _ authority: TamgaAuthority, level: SealStandard.Level, timestamps: any TimestampSource,
        trust: TrustFolder? = nil
    ) throws {
        self.trust = trust
        let chain = authority.chain
        issuing = chain.issuing
        certificates = [chain.issuing, chain.root]
        standard = SealStandard(level: level, anchors: [chain.root])
        self.timestamps = timestamps
        seal = TimestampedSigner(
            try CAdESSigner(
                certificate: chain.seal, chain: [chain.issuing], key: PrivateKey(chain.keys.seal)),
            timestamps: level == .baseline ? nil : timestamps)
    }

    public var certificationRoom: Int { seal.room }

    public func certify(_ layout: PreparedLayout, at now: Instant) async throws -> SignedUpdate {
        guard layout.isCertified else {
            let context = try RevisionContext(encoded: layout.plan)
            return SignedUpdate(
                bytes: layout.update, context: try SigningContext(context, revision: 1))
        }
        let update = try PreparedUpdate(delta: layout.update, encodedPlan: layout.plan)
        return try SignedUpdate(await update.signed(by: seal), revision: 1)
    }

    public func certify(_ certificate: PreparedCertificate) async throws -> [UInt8] {
        try await PreparedUpdate(delta: certificate.file, encodedPlan: certificate.plan)
            .signed(by: seal).bytes
    }

    public func sign(_ order: SignatureOrder) async throws -> SignedUpdate {
        let signer = TimestampedSigner(
            try CAdESSigner(
                certificate: order.credential.certificate.der, chain: [issuing],
                key: PrivateKey(pkcs8: order.credential.privateKey)),
            timestamps: standard.level == .baseline ? nil : timestamps)
        let update = try await desk.update(DeskOrder(order, room: signer.room))
        return try SignedUpdate(
            await update.signed(by: signer), revision: order.context.revision + 1)
    }
}

extension PreparedUpdate {
    fileprivate func signed(by signer: TimestampedSigner) async throws -> RevisionDelta {
        try filled(with: await signer.sign(digest))
    }
}

extension SignedUpdate {
    init(_ delta: RevisionDelta, revision: Int) throws {
        self.init(
            bytes: delta.bytes, context: try SigningContext(delta.context, revision: revision))
    }
}

extension SigningContext {
    fileprivate init(_ context: RevisionContext, revision: Int) throws {
        guard let hash = ContentHash(context.digest.digest()) else {
            throw SigningError.unknownContextFormat(RevisionContext.formatVersion)
        }
        self.init(
            revision: revision, bytes: try context.encoded(), fileHash: hash,
            fileByteCount: context.byteCount)
    }

    /// What cannot be read is as good as absent: a context is a cache.
    func decoded() throws(StaleContext) -> RevisionContext {
        do {
            return try RevisionContext(encoded: bytes)
        } catch {
            throw StaleContext()
        }
    }
}
