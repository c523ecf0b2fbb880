import CMS

/// Every certificate known while one file is judged, each opened once.
struct CertificatePool {
    /// More than any file needs; what comes after is not looked at.
    private static let limit = 2000

    private var known: [ByteKey: ParsedCertificate] = [:]
    /// In the order in which they were found.
    private(set) var certificates: [ParsedCertificate] = []

    mutating func add(_ der: [UInt8]) {
        guard known[ByteKey(der)] == nil else { return }
        add(ParsedCertificate(der: der))
    }

    mutating func add(_ embedded: EmbeddedCertificate) {
        guard known[ByteKey(embedded.der)] == nil else { return }
        add(ParsedCertificate(embedded))
    }

    mutating func add(_ certificate: ParsedCertificate?) {
        guard let certificate, certificates.count < Self.limit else { return }
        let key = ByteKey(certificate.der)
        guard known.updateValue(certificate, forKey: key) == nil else { return }
        certificates.append(certificate)
    }

    subscript(_ der: [UInt8]) -> ParsedCertificate? { known[ByteKey(der)] }
}
