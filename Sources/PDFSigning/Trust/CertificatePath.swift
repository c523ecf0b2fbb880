import FoundationEssentials

/// What was found between a certificate and a trusted one.
struct CertificatePath {
    /// From the leaf up, to the trusted one if there is no `problem`.
    let certificates: [ParsedCertificate]
    /// Why it is no valid path (RFC 5280 §6); validity in time and strength apart.
    let problem: Finding?
    /// A certificate whose key or signature is too weak.
    let weak: ParsedCertificate?

    struct Link {
        let certificate: ParsedCertificate
        let issuer: ParsedCertificate
    }

    var leaf: ParsedCertificate? { certificates.first }

    /// Each certificate that can be revoked, with its issuer: all but the trusted one.
    var links: [Link] { zip(certificates, certificates.dropFirst()).map(Link.init) }

    /// Those above the leaf that are not valid at a moment, except the trusted one: trust in it
    /// is the user's decision, not a matter of its dates (RFC 5280 §6.1.1 d).
    func issuersOutOfTime(at moment: Date) -> [ParsedCertificate] {
        certificates.dropFirst().dropLast().filter { !$0.isValid(at: moment) }
    }
}
