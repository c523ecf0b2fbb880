import Foundation
import PDFSigning

/// One signature or document timestamp of a ``Report``.
struct SignatureRow: Encodable {
    let field: String
    let signer: String
    let verdict: Indication
    let subIndication: SubIndication?
    let level: BaselineLevel?
    let subFilter: String
    let digest: String
    let algorithm: String
    /// As stated by the signer.
    let signingTime: String?
    /// Of a timestamp that proves something.
    let timestamp: String?
    let certificate: CertificateRow?
    let coversWholeFile: Bool
    /// Counted from 1.
    let revision: Int?
    let changesAfter: SignatureReport.Changes
    let details: [String]

    init(_ signature: SignatureValidation) {
        field = signature.field
        signer = signature.certificate?.subject ?? signature.statedName ?? ""
        verdict = signature.indication
        subIndication = signature.subIndication
        level = signature.level
        subFilter = signature.subFilter ?? ""
        digest = signature.digest ?? ""
        algorithm = signature.algorithm ?? ""
        signingTime = signature.statedTime.map(StatedTime.iso8601)
        timestamp = signature.timestamp.flatMap { $0.isProof ? $0.time.formatted(.iso8601) : nil }
        certificate = signature.certificate.map(CertificateRow.init)
        coversWholeFile = signature.coversWholeFile
        revision = signature.revision.map { $0 + 1 }
        changesAfter = signature.changesAfter
        details = signature.details
    }
}

/// The signer's certificate in a ``Report``.
struct CertificateRow: Encodable {
    let subject: String
    let issuer: String
    let serial: String
    let thumbprint: String
    let notBefore: String
    let notAfter: String

    init(_ summary: CertificateSummary) {
        subject = summary.subject
        issuer = summary.issuer
        serial = summary.serial
        thumbprint = summary.thumbprint
        notBefore = summary.notBefore.formatted(.iso8601)
        notAfter = summary.notAfter.formatted(.iso8601)
    }
}
