import COpenSSL

/// A certificate's key, of the kinds that signatures are accepted from.
struct PublicKey {
    enum Kind: Equatable {
        case rsa(bitCount: Int)
        /// RSA that may be used for PSS alone.
        case rsaPSS
        case elliptic(Curve)
        case ed25519
        /// GOST R 34.10-2012 on whatever curve the parameters name (RFC 9215 §4).
        case gost(bitCount: Int)
    }

    enum Curve: CaseIterable {
        case p256, p384, p521

        fileprivate var oid: OID {
            switch self {
            case .p256: .p256
            case .p384: .p384
            case .p521: .p521
            }
        }

        /// libcrypto's number of it.
        fileprivate var number: Int32 {
            switch self {
            case .p256: NID_X9_62_prime256v1
            case .p384: NID_secp384r1
            case .p521: NID_secp521r1
            }
        }
    }

    let kind: Kind
    private let info: ArraySlice<UInt8>
    /// An RSAPublicKey or a point.
    private let bits: ArraySlice<UInt8>

    /// `nil` for a key of another kind, and for a curve given by its parameters instead of its
    /// name: with those anyone can make a key that fits (CVE-2020-0601).
    init?(_ certificate: EmbeddedCertificate) {
        info = certificate.publicKey
        guard let (kind, bits) = try? Self.read(info) else { return nil }
        (self.kind, self.bits) = (kind, bits)
    }

    func fits(_ padding: SignatureScheme.Padding) -> Bool {
        switch (kind, padding) {
        case (.rsa, .pkcs1), (.rsa, .pss), (.rsaPSS, .pss), (.elliptic, .ecdsa),
            (.ed25519, .ed25519):
            true
        case (.gost(let own), .gost(let needed)): own == needed
        default: false
        }
    }

    /// - Parameter scheme: one that the key fits.
    func verifies(
        _ signature: [UInt8], over message: SignedMessage, _ scheme: SignatureScheme
    ) -> Bool {
        if scheme.padding == .ed25519 { return verifies(signature, over: message) }
        let digest = message.digest(by: scheme.digest)
        switch (scheme.padding, kind) {
        case (.ecdsa, .elliptic(let curve)):
            return bits.withUnsafeBufferPointer {
                tamga_verify_ecdsa(
                    curve.number, $0.baseAddress, $0.count, digest, digest.count, signature,
                    signature.count) == 1
            }
        case (.pkcs1, _):
            return bits.withUnsafeBufferPointer {
                tamga_verify_rsa(
                    $0.baseAddress, $0.count, scheme.digest.rawValue, digest, digest.count,
                    signature, signature.count) == 1
            }
        case (.pss(let mask, let saltByteCount), _):
            return info.withUnsafeBufferPointer {
                tamga_verify_pss(
                    $0.baseAddress, $0.count, scheme.digest.rawValue, mask.rawValue,
                    Int32(saltByteCount), digest, digest.count, signature, signature.count) == 1
            }
        case (.gost, _): return verifiesGOST(signature, over: digest)
        case (.ecdsa, _), (.ed25519, _): return false
        }
    }

    private func verifiesGOST(_ signature: [UInt8], over digest: [UInt8]) -> Bool {
        GOSTEngine.isAvailable
            && info.withUnsafeBufferPointer {
                tamga_verify_gost(
                    $0.baseAddress, $0.count, digest, digest.count, signature, signature.count)
                    == 1
            }
    }

    private func verifies(_ signature: [UInt8], over message: SignedMessage) -> Bool {
        guard case .bytes(let bytes) = message else { return false }
        return info.withUnsafeBufferPointer {
            tamga_verify_ed25519(
                $0.baseAddress, $0.count, bytes, bytes.count, signature, signature.count) == 1
        }
    }

    private static func read(_ info: ArraySlice<UInt8>) throws(CMSError)
        -> (Kind, ArraySlice<UInt8>)
    {
        var whole = DERReader(info)
        var parts = try whole.next(DERTag.sequence, "a public key").inside
        let algorithm = try AlgorithmIdentifier(parts.next())
        let bits = try parts.next(DERTag.bitString, "a public key's bits").content.dropFirst()
        return (try kind(algorithm, bits), bits)
    }

    private static func kind(
        _ algorithm: AlgorithmIdentifier, _ bits: ArraySlice<UInt8>
    ) throws(CMSError) -> Kind {
        switch algorithm.oid {
        case .rsaEncryption: return .rsa(bitCount: try modulusBitCount(bits))
        case .rsaPSS: return .rsaPSS
        case .ed25519: return .ed25519
        case .ecPublicKey:
            guard let name = algorithm.parameters,
                let curve = Curve.allCases.first(where: { name.isOID($0.oid) })
            else { throw CMSError(.unsupported, "a curve that is not known by a name") }
            return .elliptic(curve)
        case .gost256: return .gost(bitCount: 256)
        case .gost512: return .gost(bitCount: 512)
        default: throw CMSError(.unsupported, "keys of \(algorithm.oid)")
        }
    }

    private static func modulusBitCount(_ key: ArraySlice<UInt8>) throws(CMSError) -> Int {
        var whole = DERReader(key)
        var numbers = try whole.next(DERTag.sequence, "an RSA key").inside
        let modulus = try numbers.next(DERTag.integer, "a modulus").content.drop { $0 == 0 }
        return modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
    }
}
