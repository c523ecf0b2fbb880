import Domain
import Evidence
import PDFSigning
import PDFText

/// One signer's update as the ``SigningDesk`` makes it, whoever signs it then.
struct DeskOrder: Sendable {
    let document: Document
    let recipient: Recipient
    let context: SigningContext
    let evidence: SignatureEvidence
    let values: [String: FieldValue]
    /// Bytes to leave for the signature.
    let room: Int
    let format: SignatureFormat

    var drawing: SlotDrawing {
        evidence.drawing(contact: recipient.contact, in: document.language)
    }
}

extension DeskOrder {
    /// For a signature that is made here.
    init(_ order: SignatureOrder, room: Int) {
        self.init(
            document: order.document, recipient: order.recipient, context: order.context,
            evidence: SignatureEvidence(
                at: order.at, confirmation: order.confirmation,
                certificate: order.credential.certificate.facts),
            values: order.values, room: room, format: .cades)
    }

    /// For one that is made elsewhere: the certificate is not known yet.
    init(_ order: PreparationOrder, room: Int) {
        self.init(
            document: order.document, recipient: order.recipient, context: order.context,
            evidence: SignatureEvidence(
                at: order.at, confirmation: .externalSignature, certificate: nil),
            values: order.values, room: room, format: .pkcs7)
    }
}
