import Domain
import Foundation
import PDFSigning

/// An issuer as it is shown: its certificate, and its list of revoked ones.
struct IssuerRow: Encodable {
    struct List: Encodable {
        let number: Int64
        let thisUpdate: String
        let nextUpdate: String
        let revoked: Int
    }

    let issuer: String
    let certificate: CertificateSummary?
    let list: List

    init(_ issuer: CertificateIssuer, certificate: [UInt8], list: RevocationList) {
        self.issuer = issuer.rawValue
        self.certificate = CertificateSummary(der: certificate)
        self.list = List(
            number: list.number, thisUpdate: list.thisUpdate.iso8601,
            nextUpdate: list.nextUpdate.iso8601, revoked: list.revocationCount)
    }

    var text: String {
        let facts = certificate.map {
            """
              subject     \($0.subject)
              serial      \($0.serial)
              valid       \($0.notBefore.formatted(.iso8601)) to \($0.notAfter.formatted(.iso8601))
              thumbprint  \($0.thumbprint)

            """
        }
        return "\(issuer)\n" + (facts ?? "")
            + "  list        no. \(list.number) of \(list.thisUpdate), good to "
            + "\(list.nextUpdate); \(list.revoked) revoked"
    }
}
