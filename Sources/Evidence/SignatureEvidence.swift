public import Domain
public import PDFText
import Words

/// What became known on signing, as it stands in the signer's row of the certificate.
public struct SignatureEvidence: Codable, Equatable, Sendable {
    public let at: Instant
    public let confirmation: Approval.Confirmation
    /// `nil` in bytes that are still to be signed elsewhere, by whatever certificate.
    public let certificate: CertificateFacts?

    public init(
        at: Instant, confirmation: Approval.Confirmation, certificate: CertificateFacts?
    ) {
        self.at = at
        self.confirmation = confirmation
        self.certificate = certificate
    }

    init(_ approval: Approval) {
        self.init(
            at: approval.at, confirmation: approval.confirmation,
            certificate: approval.certificate)
    }

    /// One drawing for the signer's widget and for the certificate that stands alone.
    public func drawing(contact: Contact, in language: Language) -> SlotDrawing {
        let words = Words(language.rawValue)
        let confirmed = words(
            "certificate.confirmed.\(confirmation.rawValue)", ["contact": contact.text])
        let time = words[
            certificate == nil ? "certificate.preparedAt" : "certificate.signedAt"]
        return SlotDrawing(
            heading: words["certificate.signed"],
            facts: [
                Fact(time, words.dateTime(microseconds: at.microseconds)),
                Fact(words["certificate.confirmed"], confirmed),
            ] + (certificate?.facts(in: words) ?? []), language: words.tag)
    }
}

extension CertificateFacts {
    fileprivate func facts(in words: Words) -> [Fact] {
        [
            Fact(words["certificate.serial"], serial),
            Fact(words["certificate.thumbprint"], thumbprint),
            Fact(
                words["certificate.validUntil"],
                words.dateTime(microseconds: notAfter.microseconds)),
        ]
    }
}
