/// What is said of a certificate as the maker of one signature or timestamp.
struct CertificateJudgement {
    let path: CertificatePath
    var trust = Assessment()
    var revocation = Assessment()
    var time = Assessment()

    /// Nothing said of revocation or time counts while the path itself is not trusted.
    var subIndication: SubIndication? {
        trust.subIndication ?? [revocation, time].subIndication
    }

    var isTrusted: Bool { subIndication == nil }

    /// Of bytes that are no certificate.
    static var unreadable: CertificateJudgement {
        let finding = Finding(.noPath, "the certificate cannot be read")
        var judgement = CertificateJudgement(
            path: CertificatePath(certificates: [], problem: finding, weak: nil))
        judgement.trust.block(.noCertificateChainFound, finding)
        return judgement
    }
}

/// What a certificate is used for.
enum CertificateUse: Hashable {
    case signing
    case timestamping

    /// Where the extended key usage says anything, it must say one of these. A certificate for
    /// timestamps must name that one alone, which the token's own verification asks for.
    func allows(_ usages: [String]?) -> Bool {
        guard let usages else { return self == .signing }
        return usages.contains(where: allowed.contains)
    }

    private var allowed: Set<String> {
        switch self {
        case .signing: Self.documents
        case .timestamping: ["1.3.6.1.5.5.7.3.8"]
        }
    }

    private static let documents: Set<String> = [
        "2.5.29.37.0",  // anyExtendedKeyUsage
        "1.3.6.1.5.5.7.3.36",  // id-kp-documentSigning (RFC 9336)
        "1.3.6.1.5.5.7.3.4",  // id-kp-emailProtection
        "1.3.6.1.4.1.311.10.3.12",  // Microsoft document signing
        "1.2.840.113583.1.1.5",  // Adobe authentic documents
    ]
}
