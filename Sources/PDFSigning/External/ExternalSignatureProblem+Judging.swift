import CMS

extension ExternalSignatureProblem {
    init(_ problem: SignatureVerdict.Problem) {
        switch problem {
        case .messageDigestDiffers: self = .otherBytes
        case .carriesContent: self = .embeddedContent
        case .signerCertificateMissing: self = .certificateMissing
        case .signingCertificateDiffers: self = .otherCertificateNamed
        case .algorithmUnknown: self = .unsupported(problem.words)
        case .contentTypeDiffers, .digestAlgorithmsDiffer, .keyUnfit, .signatureWrong,
            .imprintDiffers, .certificateNotForTimestamps:
            self = .signatureWrong(problem.words)
        }
    }

    /// Nil where nothing speaks against the certificate.
    init?(_ assessment: Assessment) {
        guard let subIndication = assessment.subIndication else { return nil }
        let reason = assessment.findings.map(\.reason).joined(separator: "; ")
        switch subIndication {
        case .notYetValid: self = .notYetValid(reason)
        case .expired, .outOfBoundsNoPOE: self = .expired(reason)
        case .revoked, .revokedNoPOE, .revokedCANoPOE: self = .revoked(reason)
        case .tryLater: self = .revocationUnknown(reason)
        case .chainConstraintsFailure: self = .wrongUsage(reason)
        case .cryptoConstraintsFailure: self = .weakAlgorithm(reason)
        case .noCertificateChainFound, .certificateChainGeneralFailure,
            .noSigningCertificateFound, .formatFailure, .hashFailure, .sigCryptoFailure,
            .sigConstraintsFailure, .timestampOrderFailure:
            self = .untrusted(reason)
        }
    }
}

extension SignatureVerdict.Weakness {
    /// Why nothing new may rest on it; nil: it may. A name by a weak hash, or by none, is usual
    /// outside PAdES and changes nothing of who signed.
    var refusal: String? {
        switch self {
        case .digest(let digest), .imprintDigest(let digest): "it rests on \(digest.rawValue)"
        case .rsaKey(let bitCount): "an RSA key of \(bitCount) bits"
        case .signingCertificateDigest, .signingCertificateUnnamed: nil
        }
    }
}
