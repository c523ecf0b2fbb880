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

    func draw() throws -> DrawnSheet {
        let sheet = CertificateSheet(certificate)
        return try DrawnSheet(
            sheet.sheet,
            certified: sheet.certification(
                of: completedAt, room: certificationRoom, level: .noChanges))
    }
}

/// Draws the certificate of a document's history.
struct AuditTrailDrawing: Codable, Sendable {
    let trail: AuditTrailContent
    let certificationRoom: Int

    func draw() throws -> DrawnSheet {
        let sheet = AuditTrailSheet(trail)
        return try DrawnSheet(
            sheet.sheet,
            certified: LayoutUpdate.Certification(
                byServer: sheet.certification, at: trail.madeAt, room: certificationRoom,
                level: .noChanges))
    }
}

/// A sheet as a file of its own, whose certification is still to be signed.
struct DrawnSheet: Codable, Sendable {
    let file: Data
    let plan: Data

    init(_ sheet: Sheet, certified certification: LayoutUpdate.Certification) throws {
        let update = try SheetFile(
            sheet: try Typesetter().pages(of: sheet), language: sheet.language,
            certification: certification
        ).prepared()
        file = Data(update.delta)
        plan = Data(try update.encodedPlan())
    }
}

extension CertificateSheet {
    /// The server's signature over what this sheet says.
    func certification(
        of instant: Instant, room: Int, level: CertificationLevel = .formFilling
    ) -> LayoutUpdate.Certification {
        LayoutUpdate.Certification(byServer: certification, at: instant, room: room, level: level)
    }
}

extension LayoutUpdate.Certification {
    fileprivate init(
        byServer reason: String, at instant: Instant, room: Int, level: CertificationLevel
    ) {
        let seconds = Double(instant.microseconds) / 1_000_000
        self.init(
            claim: SignatureClaim(
                name: "Tamga", reason: reason, date: Date(timeIntervalSince1970: seconds)),
            contentsRoom: room, level: level)
    }
}
