/// What `tamga verify --json` printed, as far as tests ask.
struct PrintedReport: Decodable {
    struct Signature: Decodable {
        let field, signer, verdict, subFilter, digest, changesAfter: String
        let level, subIndication, signingTime, timestamp: String?
        let certificate: Certificate?
        let coversWholeFile: Bool
        let revision: Int?
        let details: [String]
    }

    struct Certificate: Decodable {
        let subject, issuer, serial, thumbprint, notBefore, notAfter: String
    }

    let file, sha256, verdict: String
    let signatures, documentTimestamps: [Signature]
}
