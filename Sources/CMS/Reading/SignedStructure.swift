/// Something signed as a whole: certificates, revocation lists and OCSP answers have this form
/// (RFC 5280 §4.1.1, §5.1.1; RFC 6960 §4.2.1).
struct SignedStructure: Hashable, Sendable {
    let content: DERValue
    let algorithm: AlgorithmIdentifier
    private let signature: ArraySlice<UInt8>

    /// Takes content, algorithm and signature; what follows them is the caller's.
    init(_ parts: inout DERReader, _ name: StaticString) throws(CMSError) {
        content = try parts.next(DERTag.sequence, name)
        algorithm = try AlgorithmIdentifier(parts.next())
        let bits = try parts.next(DERTag.bitString, "a signature").content
        guard bits.first == 0 else { throw CMSError(.malformed, "a signature of odd bits") }
        signature = bits.dropFirst()
    }

    /// The hash function of the signature, where it is known.
    var digestAlgorithm: DigestAlgorithm? {
        SignatureScheme(algorithm, fallback: nil)?.digest
    }

    /// Whether the certificate's key made the signature; nothing else is asked.
    func isSigned(byKeyOf certificate: EmbeddedCertificate) -> Bool {
        guard let scheme = SignatureScheme(algorithm, fallback: nil),
            let key = PublicKey(certificate), key.fits(scheme.padding)
        else { return false }
        return key.verifies(Array(signature), over: .bytes(Array(content.encoded)), scheme)
    }
}
