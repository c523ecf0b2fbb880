public import Domain
import FoundationEssentials
import Synchronization

/// Finds every upload to be a clean PDF of one page, unless told otherwise.
public final class StubWorkshop: PDFWorkshop {
    private let archive: StubArchive
    private let finding = Mutex<FileFinding>(
        .readable(FileFacts(pageCount: 1, signatureCount: 0, isClean: true, contents: [])))

    private let validation = Mutex<FileValidation?>(nil)

    init(archive: StubArchive) {
        self.archive = archive
    }

    public func find(_ finding: FileFinding) {
        self.finding.withLock { $0 = finding }
    }

    public func inspect(_ upload: Blob) async throws -> FileFinding { finding.withLock { $0 } }

    public func prepare(_ order: LayoutOrder) async throws -> PreparedLayout {
        guard let base = order.document.files.first(where: \.isCurrent)?.original else {
            throw StubFault("no file")
        }
        return PreparedLayout(
            base: base, update: Array("layout\n".utf8), isCertified: true,
            fields: order.document.signers.map { "p0\($0.position + 1)" }, plan: [])
    }

    /// Keeps the upload as it is.
    public func picture(in upload: [UInt8]) async throws -> FieldPicture {
        guard !upload.isEmpty else { throw FieldTrouble("", .unusablePicture) }
        return FieldPicture(Data(upload))
    }

    public func context(of pieces: [Blob], revision: Int) async throws -> SigningContext {
        Sample.context(revision)
    }

    public func certificate(_ order: CertificateOrder) async throws -> PreparedCertificate {
        PreparedCertificate(
            file: Array("certificate of \(order.completion.hash)\n".utf8), plan: [])
    }

    public func auditTrail(_ order: AuditTrailOrder) async throws -> PreparedCertificate {
        PreparedCertificate(file: Array("\(order.trail.map(\.kind))\n".utf8), plan: [])
    }

    public func pageImage(_ pieces: [Blob], page: Int, width: Int) async throws -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47]
    }

    public func pageSizes(_ pieces: [Blob]) async throws -> [PageSize] {
        [PageSize(width: 200, height: 400)]
    }

    public func pageText(_ pieces: [Blob], page: Int) async throws -> String { "page \(page)" }

    /// One signature for each piece after the base.
    public func verify(
        _ pieces: [Blob], against standard: SealStandard, at now: Instant
    ) async throws -> VerificationFinding {
        let bytes = pieces.flatMap { archive.bytes(of: $0) ?? [] }
        return VerificationFinding(
            signatureCount: pieces.count - 1, problems: [], hash: ContentHash(of: bytes),
            byteCount: bytes.count)
    }

    public func judge(_ validation: FileValidation) {
        self.validation.withLock { $0 = validation }
    }

    public func validate(
        _ path: String, trusting anchors: [[UInt8]], at now: Instant
    ) async throws -> FileValidation {
        guard let validation = validation.withLock({ $0 }) else { throw FileTrouble.tooComplex }
        return validation
    }
}

/// Signatures that say who signed, and nothing more.
public final class StubSealer: Sealer {
    public let certificationRoom = 0
    private let silence = Mutex<Step?>(nil)
    private let interruption = Mutex<(@Sendable () async throws -> Void)?>(nil)

    public enum Step: Sendable { case signing, sealing }

    public init() {}

    /// At which step the time-stamp authority behind it gives no answer.
    public func silence(at step: Step?) { silence.withLock { $0 = step } }

    /// What happens once, in the middle of the next signature.
    public func interrupt(with event: @escaping @Sendable () async throws -> Void) {
        interruption.withLock { $0 = event }
    }

    private func stamp(_ step: Step) throws {
        if silence.withLock(\.self) == step { throw TimestampUnavailable("it is silent") }
    }

    public func certify(_ layout: PreparedLayout, at now: Instant) async throws -> SignedUpdate {
        SignedUpdate(bytes: layout.update, context: Sample.context(1))
    }

    public func certify(_ certificate: PreparedCertificate) async throws -> [UInt8] {
        certificate.file
    }

    public func sign(_ order: SignatureOrder) async throws -> SignedUpdate {
        try stamp(.signing)
        try await interruption.withLock { $0.take() }?()
        return SignedUpdate(
            bytes: Array("signed by \(order.recipient.contact)\n".utf8),
            context: Sample.context(order.context.revision + 1))
    }

    public func seal(_ order: SealOrder) async throws -> SealedRound {
        try stamp(.sealing)
        return SealedRound(additions: [], standard: .signaturesAlone)
    }
}

extension SealStandard {
    /// Nobody is trusted, and nothing is asked of the signatures but to be intact.
    public static let signaturesAlone = SealStandard(level: .baseline, anchors: [])
}

/// Certificates whose key is their serial.
public struct StubAuthority: CertificateAuthority {
    public init() {}

    public func issueForSigning(
        _ intent: CertificateRecord, name: PersonName, at now: Instant
    ) async throws -> Credential {
        issue(intent, at: now)
    }

    public func issueForKeeping(
        _ intent: CertificateRecord, at now: Instant
    ) async throws -> Credential {
        issue(intent, at: now)
    }

    public func credential(
        _ certificate: CertificateRecord.Issued, presentedKey: String
    ) -> Credential? {
        let key = key(certificate.facts.serial)
        guard Data(base64Encoded: presentedKey).map(Array.init) == key else { return nil }
        return Credential(certificate: certificate, privateKey: key)
    }

    public var ownSerials: [String: CertificateIssuer] { ["40": .root] }

    public func certificate(of issuer: CertificateIssuer) -> [UInt8] {
        Array("certificate of \(issuer)".utf8)
    }

    public func sign(_ draft: RevocationListDraft, at now: Instant) throws -> RevocationList {
        RevocationList(
            issuer: draft.issuer, number: draft.number,
            revocationCount: draft.revocations.count, thisUpdate: Instant(seconds: now.seconds),
            nextUpdate: now.adding(seconds: RevocationList.validitySeconds),
            der: Array("list \(draft.number) of \(draft.issuer)".utf8))
    }

    private func issue(_ intent: CertificateRecord, at now: Instant) -> Credential {
        let facts = CertificateFacts(
            serial: intent.serial, commonName: intent.commonName,
            thumbprint: String((intent.serial + intent.serial).prefix(40)), notBefore: now,
            notAfter: now.adding(seconds: 365 * 86_400))
        return Credential(
            certificate: CertificateRecord.Issued(facts: facts, der: Array(intent.serial.utf8)),
            privateKey: key(intent.serial))
    }

    private func key(_ serial: String) -> [UInt8] { Array("key \(serial)".utf8) }
}
