/// Why a token is not the answer to a request and must not be embedded.
public enum TimestampFault: Error, Hashable, Sendable {
    /// The authority refused.
    case rejected(TimestampRejection)
    /// It is a timestamp of other bytes.
    case imprintDiffers
    /// It answers another request, or an old answer is played again.
    case nonceDiffers
    /// It was made under another policy than asked for.
    case policyDiffers
    /// It does not carry the authority's certificate.
    case certificateMissing
    /// It does not name the authority's certificate by a hash (RFC 3161 §2.4.2, RFC 5816).
    case certificateUnnamed
    /// Signature or certificate are not in order.
    case wrong([SignatureVerdict.Problem])
    /// It rests on an algorithm that nothing new may rest on.
    case weak([SignatureVerdict.Weakness])
}

extension TimestampToken {
    /// Whether the token may be embedded as the answer to a request: imprint, nonce and policy,
    /// certificate present and named by its hash, signature (RFC 3161 §2.2, §2.4.2).
    public func check(against request: TimestampRequest) throws(TimestampFault) {
        guard info.imprint == request.imprint else { throw .imprintDiffers }
        guard request.nonce == nil || info.nonce == request.nonce else { throw .nonceDiffers }
        guard request.policy == nil || info.policy == request.policy else { throw .policyDiffers }
        guard certificate != nil else { throw .certificateMissing }
        guard signedData.signer.signingCertificate != nil else { throw .certificateUnnamed }
        let verdict = verify(digest: request.imprint.digest)
        guard verdict.problems.isEmpty else { throw .wrong(verdict.problems) }
        guard verdict.weaknesses.isEmpty else { throw .weak(verdict.weaknesses) }
    }
}
