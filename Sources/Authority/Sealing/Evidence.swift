import Domain
import PDFText
import Words

/// What became known on signing, as it stands in the signer's row of the certificate page.
struct Evidence {
    private let order: SignatureOrder
    private let words: Words

    init(_ order: SignatureOrder) {
        self.order = order
        words = Words(order.document.language.rawValue)
    }

    var drawing: SlotDrawing {
        SlotDrawing(heading: phrase("signed"), facts: facts, language: words.tag)
    }

    private var facts: [Fact] {
        let certificate = order.credential.certificate.facts
        return [
            Fact(phrase("signedAt"), words.dateTime(microseconds: order.at.microseconds)),
            Fact(phrase("confirmed"), confirmation),
            Fact(phrase("serial"), certificate.serial),
            Fact(phrase("thumbprint"), certificate.thumbprint),
            Fact(
                phrase("validUntil"),
                words.dateTime(microseconds: certificate.notAfter.microseconds)),
        ]
    }

    private var confirmation: String {
        words(
            "certificate.confirmed.\(order.confirmation.rawValue)",
            ["email": order.recipient.email.text])
    }

    private func phrase(_ key: String) -> String { words["certificate.\(key)"] }
}
