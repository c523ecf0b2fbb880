import CMS

/// Certificates among which issuers are looked for.
struct IssuerShelf {
    private var certificates: [ByteKey: [EmbeddedCertificate]] = [:]

    init(_ ders: [[UInt8]]) throws(CMSError) {
        add(try ders.map { der throws(CMSError) in try EmbeddedCertificate(der: der) })
    }

    mutating func add(_ more: [EmbeddedCertificate]) {
        for certificate in more {
            let name = ByteKey(certificate.subjectName)
            let namesakes = certificates[name] ?? []
            guard !namesakes.contains(certificate) else { continue }
            certificates[name] = namesakes + [certificate]
        }
    }

    /// Found by the name as it is written, and by its key.
    func issuer(of certificate: EmbeddedCertificate) -> EmbeddedCertificate? {
        certificates[ByteKey(certificate.issuerName)]?.first { certificate.isIssued(by: $0) }
    }
}

extension EmbeddedCertificate {
    /// The serial number, for people.
    var words: String {
        let digits = serialNumber.map { byte in
            let text = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "0" + text : text
        }
        return "the certificate \(digits.joined())"
    }
}
