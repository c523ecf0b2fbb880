/// A timestamp as it lies in a signature or a document: a SignedData over a ``TSTInfo``
/// (RFC 3161 §2.4.2).
public struct TimestampToken: Hashable, Sendable {
    /// More than any token with its chain needs.
    public static let byteLimit = 1 << 20

    public let signedData: SignedData
    public let info: TSTInfo

    /// - Parameter der: a ContentInfo, followed by nothing but the zeros that pad /Contents.
    public init(der: [UInt8]) throws(CMSError) {
        try self.init(SignedData(der: der))
    }

    public init(_ signedData: SignedData) throws(CMSError) {
        guard signedData.contentOID == .timestampInfo, let content = signedData.content else {
            throw CMSError(.unexpectedStructure, "no timestamp inside")
        }
        self.signedData = signedData
        info = try TSTInfo(der: content[...])
    }

    public var der: [UInt8] { signedData.der }

    /// The authority's certificate, where the token carries it.
    public var certificate: EmbeddedCertificate? { signedData.signerCertificate }
}

extension TimestampToken {
    /// Judges the token as one over a digest made with its imprint's algorithm: the imprint, the
    /// authority's signature and its certificate's purpose. Trust is judged elsewhere.
    public func verify(digest: [UInt8]) -> SignatureVerdict {
        var verdict = signatureVerdict
        if info.imprint.digest != digest { verdict.problems.append(.imprintDiffers) }
        judgeImprint(&verdict)
        return verdict
    }

    /// Judges the token as one over these bytes, such as a signature value.
    public func verify(message: [UInt8]) -> SignatureVerdict {
        guard let algorithm = info.imprint.algorithm else { return verify(digest: []) }
        return verify(digest: algorithm.hash(message))
    }

    private var signatureVerdict: SignatureVerdict {
        let content = signedData.content ?? []
        let digest = signedData.signer.digestAlgorithm?.hash(content) ?? []
        var verdict = signedData.verify(messageDigest: digest)
        // RFC 3161 §2.4.2: the attributes with the certificate's hash are obligatory.
        if !signedData.signer.hasSignedAttributes { verdict.problems.append(.contentTypeDiffers) }
        if let certificate, !certificate.isForTimestamps {
            verdict.problems.append(.certificateNotForTimestamps)
        }
        return verdict
    }

    private func judgeImprint(_ verdict: inout SignatureVerdict) {
        guard let algorithm = info.imprint.algorithm else {
            verdict.problems.append(.algorithmUnknown(info.imprint.algorithmOID.description))
            return
        }
        if algorithm.isWeak { verdict.weaknesses.append(.imprintDigest(algorithm)) }
    }
}
