import Domain
public import PDFText

extension CertificateSheet {
    /// Texts made of every character that the signers' slots will show, so that their glyphs
    /// are embedded once, now. Codes and numbers not known yet stand for all of their kind.
    public func reserved(by typesetter: Typesetter) throws(PDFTextError) -> [TextBlock] {
        let names = content.signers.flatMap { [$0.name.full, "\($0.contact)"] }
        return try SlotDrawing.reserve(
            headings: [phrase("signed")],
            texts: evidencePhrases + names + [time(content.sentAt), Self.alphabet],
            language: content.language.rawValue, by: typesetter)
    }

    private var evidencePhrases: [String] {
        (["signedAt", "preparedAt", "confirmed", "serial", "thumbprint", "validUntil"]
            + Approval.Confirmation.allCases.map { "confirmed.\($0.rawValue)" }).map(phrase)
    }

    /// Dates, serial numbers and thumbprints are written with these.
    private static let alphabet = "0123456789 ABCDEF abcdef UTC .,:;-–+()#№"
}
