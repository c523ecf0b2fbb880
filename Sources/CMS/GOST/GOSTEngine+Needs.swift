extension EmbeddedCertificate {
    /// Whether its key is one of GOST R 34.10-2012: libcrypto opens such a certificate only when
    /// the ``GOSTEngine`` is there already.
    public var hasGOSTKey: Bool {
        var whole = DERReader(publicKey)
        guard var parts = try? whole.next().inside, let value = try? parts.next(),
            let algorithm = try? AlgorithmIdentifier(value)
        else { return false }
        return algorithm.oid == .gost256 || algorithm.oid == .gost512
    }
}

extension SignerInfo {
    /// Why its algorithms cannot be computed on this machine, where that is so; one line.
    public var obstacle: String? {
        let isGOST = OID.gostDigests.contains(digestOID)
        if isGOST && !GOSTEngine.isAvailable { return GOSTEngine.absence }
        return digestAlgorithm == nil ? "a digest of \(digestOID)" : nil
    }
}

extension OID {
    fileprivate static let gostDigests: [OID] = [.streebog256, .streebog512]
}
