import Authority
import Foundation
import PDFSigning

/// A trusted certificate as it is shown.
struct TrustRow: Encodable {
    let id: String
    let subject: String
    let issuer: String
    let serial: String
    let notBefore: String
    let notAfter: String

    init(_ certificate: TrustedCertificate) {
        id = certificate.id
        subject = certificate.summary.subject
        issuer = certificate.summary.issuer
        serial = certificate.summary.serial
        notBefore = certificate.summary.notBefore.formatted(.iso8601)
        notAfter = certificate.summary.notAfter.formatted(.iso8601)
    }

    var text: String {
        """
        \(id)
          subject     \(subject.printable)
          issuer      \(issuer.printable)
          serial      \(serial)
          valid       \(notBefore) to \(notAfter)
        """
    }
}
