import CMS
import Foundation
import PDFSigning

/// One signature of a ``Report``.
struct SignatureRow: Encodable {
    let field: String
    let signer: String
    let verdict: Report.Verdict
    let subIndication: String?
    let level: String?
    let subFilter: String
    let digest: String
    let algorithm: String
    let signingTime: String?
    let certificate: CertificateRow?
    let coversWholeFile: Bool
    let revision: Int?
    let changesAfter: String
    let details: [String]

    init(_ report: SignatureReport, _ anchors: TrustAnchors) async {
        let summary = report.signerCertificate.flatMap(CertificateSummary.init)
        let trust = await Self.trust(report, anchors)
        let isSound = report.isIntact
        field = report.field
        signer = summary?.subject ?? report.statedName ?? ""
        verdict = !isSound ? .failed : trust == .trusted ? .passed : .indeterminate
        subIndication =
            isSound
            ? (trust == .trusted ? nil : "NO_CERTIFICATE_CHAIN_FOUND")
            : report.crypto.isEmpty ? "FORMAT_FAILURE" : "SIG_CRYPTO_FAILURE"
        level = isSound && report.subFilter == "ETSI.CAdES.detached" ? "B-B" : nil
        subFilter = report.subFilter ?? ""
        let info = report.container?.signer
        digest = info?.digestAlgorithm.map { "\($0)" } ?? ""
        algorithm = info?.signatureAlgorithmOID ?? ""
        signingTime = report.statedTime
        certificate = summary.map(CertificateRow.init)
        coversWholeFile = report.coversWholeFile
        revision = report.revision
        changesAfter = report.changesAfter.rawValue
        var details = report.problems.map(\.description)
        if case .noChain(let reason) = trust { details.append("trust: \(reason)") }
        self.details = details
    }

    private static func trust(
        _ report: SignatureReport, _ anchors: TrustAnchors
    ) async -> TrustAnchors.Verdict {
        guard let certificate = report.signerCertificate else {
            return .noChain("the signature names no certificate")
        }
        return await anchors.verdict(
            on: certificate, among: report.container?.certificates.map(\.der) ?? [])
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
