import Domain
import PDFText

extension CertificateSheet {
    /// Texts made of every character that the signers' slots will show, so that their glyphs
    /// are embedded once, now. Codes and numbers not known yet stand for all of their kind.
    func reserved(by typesetter: Typesetter) throws(PDFTextError) -> [TextBlock] {
        let names = content.signers.flatMap { [$0.name.full, "\($0.email)"] }
        let phrases = evidencePhrases + names + [time(content.sentAt), alphabet]
        return try SlotDrawing.reserve(
            headings: phrases, texts: phrases, language: content.language.rawValue, by: typesetter)
    }

    private var evidencePhrases: [String] {
        let methods = SignatureMethod.allCases.map { "method.\($0.rawValue)" }
        let keys = [
            "signedAt", "confirmed.emailCode", "confirmed.privateKey", "serial", "thumbprint",
            "validUntil", "signer.order", "signer.name", "signer.email", "signer.method",
            "signer.signature",
        ]
        return (keys + methods).map(phrase)
    }

    /// Dates, serial numbers, thumbprints and addresses are written with these.
    private var alphabet: String {
        "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz .,:;-–—+@_/()#№«»\""
    }
}
