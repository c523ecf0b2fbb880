public import Domain
import Synchronization

/// Signatures made elsewhere that say what they are over, and nothing more.
public final class StubExternal: ExternalSealer, ExternalWorkshop {
    public static let room = 1_000
    public static let certificate = CertificateFacts(
        serial: "0A0B", commonName: "Outside Signer",
        thumbprint: String(repeating: "0A", count: 20), notBefore: Sample.now,
        notAfter: Sample.now.adding(seconds: 365 * 86_400))

    private let archive: StubArchive
    private let problem = Mutex<ExternalProblem?>(nil)

    init(archive: StubArchive) {
        self.archive = archive
    }

    /// What speaks against every signature from now on.
    public func find(_ problem: ExternalProblem?) { self.problem.withLock { $0 = problem } }

    /// A signature over these bytes, as ``judge(_:)`` takes it.
    public static func signature(over bytes: some Sequence<UInt8>) -> [UInt8] {
        Array("signature over \(ContentHash(of: bytes))\n".utf8)
    }

    public func prepare(_ order: PreparationOrder) async throws -> PreparedSignature {
        let opening = Array("\(order.recipient.contact) at \(order.at.microseconds): <".utf8)
        let closing = Array("> after \(order.context.revision)\n".utf8)
        return PreparedSignature(
            revision: order.context.revision, opening: opening, closing: closing, plan: [],
            room: max(Self.room, order.neededRoom ?? 0),
            digest: ContentHash(of: opening + closing))
    }

    public func trustedCertificates() throws -> [[UInt8]] { [] }

    public var externalTimestamps: (any TimestampSource)? { nil }

    public func fill(
        _ prepared: PreparedSignature, with signature: [UInt8]
    ) throws -> SignedUpdate {
        SignedUpdate(
            bytes: prepared.opening + signature + prepared.closing,
            context: Sample.context(prepared.revision + 1))
    }

    public func judge(_ submission: ExternalSubmission) async throws -> JudgedSignature {
        if let problem = problem.withLock(\.self) { throw problem }
        guard submission.upload.starts(with: Array("signature over ".utf8)) else {
            throw ExternalProblem.unreadable
        }
        let hash = ContentHash(of: submission.upload)
        return JudgedSignature(
            signature: submission.upload, imprint: hash, certificate: Self.certificate,
            evidence: try await archive.store(Array("evidence".utf8)))
    }

    public func certificate(in shown: ShownCertificate) async throws -> CertificateFacts {
        if let problem = problem.withLock(\.self) { throw problem }
        guard shown.upload == Self.signature(over: shown.challenge) else {
            throw ExternalProblem.otherBytes
        }
        return Self.certificate
    }

    public func timestamped(_ signature: [UInt8], by token: [UInt8]) async throws -> [UInt8] {
        signature
    }
}
