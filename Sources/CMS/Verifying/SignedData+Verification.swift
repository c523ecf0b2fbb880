extension SignedData {
    /// Judges the signature over a document whose digest is known.
    ///
    /// - Parameter messageDigest: of the signed bytes, by `signer.digestAlgorithm`.
    /// - Returns: every problem found, not the first alone.
    public func verify(messageDigest: [UInt8]) -> SignatureVerdict {
        var verdict = SignatureVerdict()
        if contentOID == .data, content != nil { verdict.problems.append(.carriesContent) }
        judgeAttributes(messageDigest, &verdict)
        judgeDigest(&verdict)
        guard let certificate = signerCertificate else {
            verdict.problems.append(.signerCertificateMissing)
            return verdict
        }
        judgeNaming(of: certificate, &verdict)
        judgeSignature(by: certificate, messageDigest, &verdict)
        return verdict
    }

    // RFC 5652 §11.1, §11.2: both must be there when any signed attribute is.
    private func judgeAttributes(_ messageDigest: [UInt8], _ verdict: inout SignatureVerdict) {
        guard signer.hasSignedAttributes else { return }
        if signer.contentType != contentOID { verdict.problems.append(.contentTypeDiffers) }
        if signer.messageDigest != messageDigest {
            verdict.problems.append(.messageDigestDiffers)
        }
    }

    private func judgeDigest(_ verdict: inout SignatureVerdict) {
        guard let digest = signer.digestAlgorithm else {
            verdict.problems.append(.algorithmUnknown(signer.digestOID.description))
            return
        }
        if digest.isWeak { verdict.weaknesses.append(.digest(digest)) }
    }

    private func judgeNaming(
        of certificate: EmbeddedCertificate, _ verdict: inout SignatureVerdict
    ) {
        guard let named = signer.signingCertificate else {
            verdict.weaknesses.append(.signingCertificateUnnamed)
            return
        }
        if !named.names(certificate) { verdict.problems.append(.signingCertificateDiffers) }
        if let digest = named.digestAlgorithm, digest.isWeak {
            verdict.weaknesses.append(.signingCertificateDigest(digest))
        }
    }

    private func judgeSignature(
        by certificate: EmbeddedCertificate, _ messageDigest: [UInt8],
        _ verdict: inout SignatureVerdict
    ) {
        let algorithm = signer.signatureAlgorithm
        guard let scheme = SignatureScheme(algorithm, fallback: signer.digestAlgorithm) else {
            verdict.problems.append(.algorithmUnknown(algorithm.oid.description))
            return
        }
        // RFC 8933 §3: one digest algorithm for content and attributes.
        if scheme.digest != signer.digestAlgorithm {
            verdict.problems.append(.digestAlgorithmsDiffer)
        }
        // Without attributes the whole document is signed, of which only the digest is at hand.
        guard scheme.padding != .ed25519 || signer.hasSignedAttributes else {
            verdict.problems.append(.algorithmUnknown("\(algorithm.oid) without attributes"))
            return
        }
        guard let key = PublicKey(certificate), key.fits(scheme.padding) else {
            verdict.problems.append(.keyUnfit)
            return
        }
        if case .rsa(let bitCount) = key.kind, bitCount < 2048 {
            verdict.weaknesses.append(.rsaKey(bitCount: bitCount))
        }
        let isSigned = signedMessages(messageDigest).contains {
            key.verifies(signer.signature, over: $0, scheme)
        }
        if !isSigned { verdict.problems.append(.signatureWrong) }
    }

    // RFC 5652 §5.4: the attributes are signed in the DER of a SET OF, however they stand here.
    // Where they stand unsorted, some signers signed them so.
    private func signedMessages(_ messageDigest: [UInt8]) -> [SignedMessage] {
        guard let attributes = signer.signedSet?.map(\.encoded) else {
            return [.digest(messageDigest)]
        }
        let sorted = DERWriter.setOf(attributes)
        let asTheyStand = DERWriter.value(DERTag.set, attributes.flatMap { $0 })
        return (sorted == asTheyStand ? [sorted] : [sorted, asTheyStand]).map(SignedMessage.bytes)
    }
}
