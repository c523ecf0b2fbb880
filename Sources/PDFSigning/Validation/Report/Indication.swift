/// What a signature, or a file with all its signatures, amounts to (EN 319 102-1, 5.1.3).
public enum Indication: String, Hashable, Codable, Sendable, CaseIterable {
    case totalPassed = "TOTAL-PASSED"
    case totalFailed = "TOTAL-FAILED"
    /// What is known allows neither; more evidence, or a later look, may.
    case indeterminate = "INDETERMINATE"
}

/// Why a signature is not TOTAL-PASSED (EN 319 102-1, table 6).
///
/// A change after signing that nothing permits is a ``formatFailure``: the standard has no word of
/// its own for it.
public enum SubIndication: String, Hashable, Codable, Sendable, CaseIterable {
    case formatFailure = "FORMAT_FAILURE"
    case hashFailure = "HASH_FAILURE"
    case sigCryptoFailure = "SIG_CRYPTO_FAILURE"
    /// Made after the revocation, and there is proof of it.
    case revoked = "REVOKED"
    /// Made after the certificate's end, and there is proof of it.
    case expired = "EXPIRED"
    /// Made before the certificate's beginning.
    case notYetValid = "NOT_YET_VALID"

    case noSigningCertificateFound = "NO_SIGNING_CERTIFICATE_FOUND"
    case noCertificateChainFound = "NO_CERTIFICATE_CHAIN_FOUND"
    case certificateChainGeneralFailure = "CERTIFICATE_CHAIN_GENERAL_FAILURE"
    case chainConstraintsFailure = "CHAIN_CONSTRAINTS_FAILURE"
    case sigConstraintsFailure = "SIG_CONSTRAINTS_FAILURE"
    case cryptoConstraintsFailure = "CRYPTO_CONSTRAINTS_FAILURE"
    /// Revoked by now; nothing proves that the signature is older than the revocation.
    case revokedNoPOE = "REVOKED_NO_POE"
    case revokedCANoPOE = "REVOKED_CA_NO_POE"
    /// Expired by now; nothing proves that the signature is older than the certificate's end.
    case outOfBoundsNoPOE = "OUT_OF_BOUNDS_NO_POE"
    case timestampOrderFailure = "TIMESTAMP_ORDER_FAILURE"
    /// Revocation information that the policy asks for is missing or out of date.
    case tryLater = "TRY_LATER"

    /// The indication that this is a part of.
    public var indication: Indication {
        switch self {
        case .formatFailure, .hashFailure, .sigCryptoFailure, .revoked, .expired, .notYetValid:
            .totalFailed
        default: .indeterminate
        }
    }
}
