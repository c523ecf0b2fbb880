import CMS
public import Domain
import PDFSigning

/// The domain's signatures made with the authority's keys.
public struct AuthoritySealer: Sealer {
    /// An ECDSA signature varies by a few bytes from one to the next.
    private static let slack = 64

    private let sealSigner: CAdESSigner
    private let root: [UInt8]
    private let issuing: [UInt8]
    private let desk = SigningDesk()

    public init(_ authority: TamgaAuthority) throws {
        let chain = authority.chain
        root = chain.root
        issuing = chain.issuing
        sealSigner = try CAdESSigner(
            certificate: chain.seal, chain: [chain.issuing], key: PrivateKey(chain.keys.seal))
    }

    public var certificationRoom: Int { sealSigner.maximumByteCount + Self.slack }

    public func certify(_ layout: PreparedLayout, at now: Instant) async throws -> SignedUpdate {
        guard layout.isCertified else {
            let context = try RevisionContext(encoded: layout.plan)
            return SignedUpdate(
                bytes: layout.update, context: try SigningContext(context, revision: 1))
        }
        let update = try PreparedUpdate(delta: layout.update, encodedPlan: layout.plan)
        return try SignedUpdate(
            update.signed(by: sealSigner.signChecked), revision: 1)
    }

    public func certify(_ certificate: PreparedCertificate) async throws -> [UInt8] {
        try PreparedUpdate(delta: certificate.file, encodedPlan: certificate.plan)
            .signed(by: sealSigner.signChecked).bytes
    }

    public func sign(_ order: SignatureOrder) async throws -> SignedUpdate {
        let signer = try CAdESSigner(
            certificate: order.credential.certificate.der, chain: [issuing],
            key: PrivateKey(pkcs8: order.credential.privateKey))
        let update = try await desk.update(order, room: signer.maximumByteCount + Self.slack)
        return try SignedUpdate(
            update.signed(by: signer.signChecked),
            revision: order.context.revision + 1)
    }
}

extension AuthoritySealer {
    public func seal(_ order: SealOrder) async throws -> SealedRound {
        SealedRound(
            additions: [],
            standard: SealStandard(level: .baseline, anchors: [root]))
    }
}

extension CAdESSigner {
    /// A signature over the digest that was verified before anything rests on it: the update is
    /// committed without a look at the whole file.
    fileprivate func signChecked(_ digest: [UInt8]) throws -> [UInt8] {
        let signature = try sign(messageDigest: digest)
        let verdict = try SignedData(der: signature).verify(messageDigest: digest)
        guard verdict.isIntact else { throw CMSError(.signingFailed, "\(verdict.problems)") }
        return signature
    }
}

extension SignedUpdate {
    fileprivate init(_ delta: RevisionDelta, revision: Int) throws {
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
}
