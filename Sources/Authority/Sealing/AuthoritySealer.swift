import CMS
public import Domain
import PDFSigning

/// The domain's signatures made with the authority's keys.
public struct AuthoritySealer: Sealer {
    /// An ECDSA signature varies by a few bytes from one to the next.
    private static let slack = 64

    private let sealSigner: CAdESSigner
    private let issuing: [UInt8]
    private let desk = SigningDesk()

    public init(_ authority: TamgaAuthority) throws {
        let chain = authority.chain
        issuing = chain.issuing
        sealSigner = try CAdESSigner(
            certificate: chain.seal, chain: [chain.issuing], key: chain.sealKey)
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
            update.signed { try sealSigner.sign(messageDigest: $0) }, revision: 1)
    }

    public func sign(_ order: SignatureOrder) async throws -> SignedUpdate {
        let signer = try CAdESSigner(
            certificate: order.credential.certificate.der, chain: [issuing],
            key: PrivateKey(pkcs8: order.credential.privateKey))
        let update = try await desk.update(order, room: signer.maximumByteCount + Self.slack)
        return try SignedUpdate(
            update.signed { try signer.sign(messageDigest: $0) },
            revision: order.context.revision + 1)
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
