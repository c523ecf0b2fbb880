import COpenSSL
import FoundationEssentials

/// Finds and checks paths from certificates to trusted ones (RFC 5280 §6), by libcrypto.
///
/// Sendable because store and pool are only read once they are made.
final class PathFinder: @unchecked Sendable {
    private let anchors: [ParsedCertificate]
    private let others: [ParsedCertificate]
    private let store: OpaquePointer
    private let pool: OpaquePointer
    /// The certificates of store and pool, which must live as long as these.
    private let owners: [OpaquePointer: ParsedCertificate]

    /// Nil where there is no memory.
    init?(anchors: [ParsedCertificate], others: [ParsedCertificate]) {
        guard let store = X509_STORE_new() else { return nil }
        guard let pool = tamga_pool() else {
            X509_STORE_free(store)
            return nil
        }
        self.anchors = anchors
        self.others = others
        self.store = store
        self.pool = pool
        owners = Dictionary(
            (anchors + others).map { ($0.handle, $0) }, uniquingKeysWith: { first, _ in first })
        for anchor in anchors { X509_STORE_add_cert(store, anchor.handle) }
        for other in others { _ = tamga_pool_add(pool, other.handle) }
    }

    deinit {
        tamga_pool_free(pool)
        X509_STORE_free(store)
    }

    /// - Parameter moment: of two issuers with the same name and key, the one valid then is taken.
    func path(from leaf: ParsedCertificate, at moment: Date) -> CertificatePath {
        let path = path(from: leaf, at: moment, trials: 8)
        guard anchors.isEmpty else { return path }
        return CertificatePath(
            certificates: path.certificates,
            problem: Finding(.noAnchors, "no certificate to trust was given"), weak: nil)
    }

    /// libcrypto does not turn back: where the issuer that it took is only the namesake of the
    /// right one, another is tried.
    private func path(
        from leaf: ParsedCertificate, at moment: Date, trials: Int
    ) -> CertificatePath {
        var found = tamga_path()
        let seconds = Int64(moment.timeIntervalSince1970.rounded(.down))
        tamga_find_path(store, leaf.handle, pool, seconds, &found)
        let handles = withUnsafeBytes(of: found.certificates) { bytes in
            Array(bytes.bindMemory(to: OpaquePointer?.self).prefix(Int(found.count)))
        }
        let certificates = handles.compactMap { handle in
            handle == leaf.handle ? leaf : handle.flatMap { owners[$0] }
        }
        if found.error == X509_V_ERR_CERT_SIGNATURE_FAILURE, trials > 1,
            let namesake = Self.element(found.error_depth + 1, certificates),
            let finder = without(namesake)
        {
            return finder.path(from: leaf, at: moment, trials: trials - 1)
        }
        return CertificatePath(
            certificates: certificates.isEmpty ? [leaf] : certificates,
            problem: problem(found, leaf), weak: Self.element(found.weak_depth, certificates))
    }

    private func without(_ namesake: ParsedCertificate) -> PathFinder? {
        PathFinder(
            anchors: anchors.filter { $0.der != namesake.der },
            others: others.filter { $0.der != namesake.der })
    }

    private func problem(_ found: tamga_path, _ leaf: ParsedCertificate) -> Finding? {
        guard found.error != 0 else {
            return leaf.hasReadableExtensions
                ? nil : Finding(.invalidPath, "the certificate's extensions cannot be read")
        }
        if Self.unreached.contains(found.error) {
            return Finding(.noPath, "no path leads to a trusted certificate")
        }
        let words = X509_verify_cert_error_string(Int(found.error)).map { String(cString: $0) }
        return Finding(
            .invalidPath,
            "certificate \(found.error_depth) of the path: \(words ?? "error \(found.error)")")
    }

    private static let unreached: Set<Int32> = [
        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
        X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
        X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED,
        X509_V_ERR_CERT_SIGNATURE_FAILURE,
    ]

    private static func element(
        _ place: Int32, _ certificates: [ParsedCertificate]
    ) -> ParsedCertificate? {
        certificates.indices.contains(Int(place)) ? certificates[Int(place)] : nil
    }
}
