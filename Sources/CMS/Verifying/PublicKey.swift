import COpenSSL

/// A certificate's key, of the kinds that signatures are accepted from.
struct PublicKey {
    enum Kind: Equatable {
        case rsa(bitCount: Int)
        /// RSA that may be used for PSS alone.
        case rsaPSS
        case elliptic
    }

    let kind: Kind
    private let info: [UInt8]

    /// `nil` for a key of another kind, and for a curve given by its parameters instead of its
    /// name: with those anyone can make a key that fits (CVE-2020-0601).
    init?(_ certificate: EmbeddedCertificate) {
        info = certificate.subjectPublicKeyInfo
        guard let kind = try? Self.kind(info) else { return nil }
        self.kind = kind
    }

    func fits(_ padding: SignatureScheme.Padding) -> Bool {
        switch (kind, padding) {
        case (.rsa, .pkcs1), (.rsa, .pss), (.rsaPSS, .pss), (.elliptic, .ecdsa): true
        default: false
        }
    }

    func verifies(_ signature: [UInt8], over digest: [UInt8], _ scheme: SignatureScheme) -> Bool {
        let (padding, mask, salt): (tamga_padding, DigestAlgorithm, Int) =
            switch scheme.padding {
            case .ecdsa: (TAMGA_ECDSA, scheme.digest, 0)
            case .pkcs1: (TAMGA_RSA_PKCS1, scheme.digest, 0)
            case .pss(let mask, let saltByteCount): (TAMGA_RSA_PSS, mask, saltByteCount)
            }
        return tamga_verify_digest(
            info, info.count, padding, scheme.digest.rawValue, mask.rawValue, Int32(salt),
            digest, digest.count, signature, signature.count) == 1
    }

    private static func kind(_ info: [UInt8]) throws(CMSError) -> Kind {
        var whole = DERReader(info[...])
        var parts = try whole.next(DERTag.sequence, "a public key").inside
        let algorithm = try AlgorithmIdentifier(parts.next())
        let bits = try parts.next(DERTag.bitString, "a public key's bits").content.dropFirst()
        switch algorithm.oid {
        case .rsaEncryption: return .rsa(bitCount: try modulusBitCount(bits))
        case .rsaPSS: return .rsaPSS
        case .ecPublicKey where try isNamedCurve(algorithm.parameters): return .elliptic
        default: throw CMSError(.unsupported, "keys of \(algorithm.oid)")
        }
    }

    private static func isNamedCurve(_ parameters: DERValue?) throws(CMSError) -> Bool {
        guard let curve = try parameters?.objectIdentifier() else { return false }
        return [.p256, .p384, .p521].contains(curve)
    }

    private static func modulusBitCount(_ key: ArraySlice<UInt8>) throws(CMSError) -> Int {
        var whole = DERReader(key)
        var numbers = try whole.next(DERTag.sequence, "an RSA key").inside
        let modulus = try numbers.next(DERTag.integer, "a modulus").content.drop { $0 == 0 }
        return modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
    }
}
