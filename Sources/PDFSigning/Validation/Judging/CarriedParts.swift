import CMS

/// What travels inside a signature's container, read once.
struct CarriedParts {
    /// Over the signature value (EN 319 122-1 §5.3); nil for one that cannot be read.
    let tokens: [TimestampToken?]
    private let containers: [SignedData]

    /// More timestamps than any honest signature has; those after are not looked at.
    private static let tokenLimit = 8

    init(_ signature: SignatureReport) {
        let bytes = signature.container?.signer.timestampTokens.prefix(Self.tokenLimit) ?? []
        tokens = bytes.map { try? TimestampToken(der: $0) }
        containers = [signature.container].compactMap(\.self) + tokens.compactMap(\.?.signedData)
    }

    var certificates: [EmbeddedCertificate] { containers.flatMap(\.certificates) }

    /// Unsigned (RFC 5652 §10.2.1) and signed (adbe-revocationInfoArchival) values.
    var revocation: [RevocationValues] {
        containers.flatMap { [$0.revocationValues, $0.signer.archivedRevocation] }
    }
}
