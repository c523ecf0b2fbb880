public import Domain
public import PDFText
import Words

/// What became known on signing, as it stands in the signer's row of the certificate.
public struct SignatureEvidence: Codable, Equatable, Sendable {
    public let at: Instant
    public let confirmation: Approval.Confirmation
    public let certificate: CertificateFacts

    public init(
        at: Instant, confirmation: Approval.Confirmation, certificate: CertificateFacts
    ) {
        self.at = at
        self.confirmation = confirmation
        self.certificate = certificate
    }

    /// One drawing for the signer's widget and for the certificate that stands alone.
    public func drawing(email: EmailAddress, in language: Language) -> SlotDrawing {
        let words = Words(language.rawValue)
        let confirmed = words(
            "certificate.confirmed.\(confirmation.rawValue)", ["email": email.text])
        let validUntil = words.dateTime(microseconds: certificate.notAfter.microseconds)
        return SlotDrawing(
            heading: words["certificate.signed"],
            facts: [
                Fact(
                    words["certificate.signedAt"], words.dateTime(microseconds: at.microseconds)),
                Fact(words["certificate.confirmed"], confirmed),
                Fact(words["certificate.serial"], certificate.serial),
                Fact(words["certificate.thumbprint"], certificate.thumbprint),
                Fact(words["certificate.validUntil"], validUntil),
            ], language: words.tag)
    }
}
