import CMS

extension Assessment {
    /// What rests on weak algorithms cannot pass; that a certificate is named by a weak hash or by
    /// none matters only beside another certificate with the same key.
    mutating func judge(_ weaknesses: [SignatureVerdict.Weakness]) {
        for weakness in weaknesses {
            switch weakness {
            case .digest(let digest), .imprintDigest(let digest):
                block(
                    .cryptoConstraintsFailure,
                    Finding(.weakAlgorithm, "it rests on \(digest.rawValue)"))
            case .rsaKey(let bitCount):
                block(
                    .cryptoConstraintsFailure,
                    Finding(.weakAlgorithm, "an RSA key of \(bitCount) bits"))
            case .signingCertificateDigest(let digest):
                note(
                    Finding(.weakAlgorithm, "the signer is named by its \(digest.rawValue) alone"))
            case .signingCertificateUnnamed:
                note(
                    Finding(.signingCertificateUnnamed, "the signer is not named by a hash"))
            }
        }
    }
}
