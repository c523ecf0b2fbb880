import TamgaTestKit

@testable import Domain

extension Notice {
    static let sample = Notice(
        kind: .signedBy(name: "Анна"), contact: .email(Sample.author.email),
        name: Sample.author.name,
        language: .russian, document: nil)
}

extension Confirmation {
    static func signing(
        _ document: Document, position: Int, number: Int32 = 1, id: UInt8 = 60
    ) -> Confirmation {
        sample(
            .signing(
                document: document.id, recipient: document.recipients[position].id,
                round: document.round), number: number, id: id)
    }

    static func sample(_ purpose: Purpose, number: Int32 = 1, id: UInt8 = 60) -> Confirmation {
        Confirmation(
            id: Sample.id(id), number: number, purpose: purpose, requestedAt: now,
            expiresAt: now.adding(seconds: 600), attemptsLeft: purpose.maximumAttempts)
    }
}

extension CertificateRecord {
    static func sample(
        serial: String, thumbprint: String = String(repeating: "B", count: 40)
    ) -> CertificateRecord {
        CertificateRecord(
            serial: serial, purpose: .personal, contact: .email(Sample.anna.email),
            commonName: "Анна",
            requestedAt: now,
            issued: Issued(
                facts: CertificateFacts(
                    serial: serial, commonName: "Анна", thumbprint: thumbprint, notBefore: now,
                    notAfter: now.adding(seconds: 86_400)),
                der: [0x30, 0x00]))
    }
}
