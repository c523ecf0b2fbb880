import CMS
import FoundationEssentials

/// The judging of one file's signatures under a policy as of a moment (EN 319 102-1, 5.3 to 5.6).
///
/// First the proofs of existence, from the newest revision back: a document timestamp is judged as
/// of the time that the one after it proves, and what it covers existed by its own time. Then each
/// signature, as of the earliest time by which it is proven to have existed.
struct Validation {
    let report: VerificationReport
    let judge: CertificateJudge
    let now: Date
    /// What travels inside each signature, in the report's order.
    let carried: [CarriedParts]
    /// The first revision that brought each certificate.
    let places: [ByteKey: Int]
    /// Of each signature, in the report's order.
    private(set) var proofs: [ExistenceProof] = []

    init(_ report: VerificationReport, _ policy: ValidationPolicy, at now: Date) {
        self.report = report
        self.now = now
        carried = report.signatures.map(CarriedParts.init)
        places = Self.places(report, carried)
        judge = Self.judge(report, carried, policy, at: now)
        proofs = existenceProofs()
    }

    private static func judge(
        _ report: VerificationReport, _ carried: [CarriedParts], _ policy: ValidationPolicy,
        at now: Date
    ) -> CertificateJudge {
        var pool = CertificatePool()
        // To open a certificate costs more than to verify its signature: known ones come first.
        policy.anchors.certificates.forEach { pool.add($0) }
        let revocation = RevocationInformation(asOf: now)
        for (signature, parts) in zip(report.signatures, carried) {
            parts.certificates.forEach { pool.add($0) }
            for values in parts.revocation {
                values.lists.forEach { revocation.addList($0, revision: signature.revision) }
                values.answers.forEach { revocation.addAnswer($0, revision: signature.revision) }
            }
        }
        let store = report.embeddedEvidence
        store.certificates.forEach { pool.add($0.der) }
        store.revocationLists.forEach { revocation.addList($0.der, revision: $0.revision) }
        store.ocspResponses.forEach { revocation.addAnswer($0.der, revision: $0.revision) }
        policy.evidence.certificates.forEach { pool.add($0) }
        policy.evidence.revocationLists.forEach { revocation.addList($0, revision: nil) }
        policy.evidence.ocspResponses.forEach { revocation.addAnswer($0, revision: nil) }
        return CertificateJudge(policy, pool: pool, revocation: revocation)
    }
}
