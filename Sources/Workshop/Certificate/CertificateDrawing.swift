import Domain
import Evidence
import FoundationEssentials
import PDFSigning
import PDFText

/// Draws the certificate of a finished document as a file of its own.
struct CertificateDrawing: Codable, Sendable {
    let certificate: CertificateContent
    let completedAt: Instant
    let certificationRoom: Int

    struct Result: Codable, Sendable {
        let file: Data
        let plan: Data
    }

    func draw() throws -> Result {
        let sheet = CertificateSheet(certificate)
        let update = try SheetFile(
            sheet: try Typesetter().pages(of: sheet.sheet), language: certificate.language.rawValue,
            certification: sheet.certification(
                of: completedAt, room: certificationRoom, level: .noChanges)
        ).prepared()
        return Result(file: Data(update.delta), plan: Data(try update.encodedPlan()))
    }
}

extension CertificateSheet {
    /// The server's signature over what this sheet says.
    func certification(
        of instant: Instant, room: Int, level: CertificationLevel = .formFilling
    ) -> LayoutUpdate.Certification {
        let seconds = Double(instant.microseconds) / 1_000_000
        return LayoutUpdate.Certification(
            claim: SignatureClaim(
                name: "Tamga", reason: certification, date: Date(timeIntervalSince1970: seconds)),
            contentsRoom: room, level: level)
    }
}
