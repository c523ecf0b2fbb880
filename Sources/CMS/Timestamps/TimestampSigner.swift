public import FoundationEssentials

/// Makes timestamps: a time-stamping authority without its clock, serials and wire
/// (RFC 3161; EN 319 422).
public struct TimestampSigner: Sendable {
    private let writer: SignedDataWriter
    private let policy: OID

    /// - Parameters:
    ///   - certificate: the authority's in DER, for timestamps alone (RFC 3161 §2.3).
    ///   - chain: its issuers in DER, without the root.
    ///   - key: the private key of `certificate`; another's is refused.
    ///   - policy: dotted decimal.
    public init(
        certificate: [UInt8], chain: [[UInt8]], key: any DigestSigner, policy: String
    ) throws(CMSError) {
        guard try EmbeddedCertificate(der: certificate).isForTimestamps else {
            throw CMSError(.unexpectedStructure, "the certificate is not one for timestamps")
        }
        self.policy = try OID(policy: policy)
        writer = try SignedDataWriter(
            .timestampInfo, certificate: certificate, chain: chain, key: key)
    }

    /// The answer to a request: a token, or a rejection that says what is wrong with it.
    ///
    /// - Parameters:
    ///   - serial: big-endian octets, never the same twice (RFC 3161 §2.4.2); at most 20.
    ///   - now: written to the millisecond.
    public func response(
        to request: TimestampRequest, serial: [UInt8], at now: Date,
        accuracy: TimestampAccuracy? = TimestampAccuracy(seconds: 1)
    ) throws(CMSError) -> TimestampResponse {
        if let rejection = rejection(of: request) { return .rejected(rejection) }
        let info = info(request, serial, now, accuracy)
        let token = try writer.sign(content: info, withCertificates: request.certReq)
        return .granted(try TimestampToken(der: token))
    }

    /// The most bytes of a token over a digest: the room to leave for one, with a nonce and a
    /// serial number of up to 20 octets.
    public func maximumByteCount(_ algorithm: DigestAlgorithm = .sha256) -> Int {
        let digest = [UInt8](repeating: 0, count: algorithm.byteCount)
        let twenty = [UInt8](repeating: 0x7F, count: 20)
        let accuracy = TimestampAccuracy(seconds: .max, milliseconds: 999, microseconds: 999)
        let request = try? TimestampRequest(imprint: digest, algorithm: algorithm, nonce: twenty)
        let moment = Date(timeIntervalSince1970: 0.999)
        return request.map { writer.maximumByteCount(info($0, twenty, moment, accuracy)) } ?? 0
    }

    private func rejection(of request: TimestampRequest) -> TimestampRejection? {
        guard let algorithm = request.imprint.algorithm, !algorithm.isWeak else {
            return TimestampRejection(.badAlgorithm, "the hash function is unknown or weak")
        }
        guard request.imprint.hasRightLength else {
            return TimestampRejection(.badDataFormat, "the digest has a wrong length")
        }
        guard request.policy == nil || request.policy == policy.description else {
            return TimestampRejection(.unacceptedPolicy, "the policy here is \(policy)")
        }
        guard !request.hasExtensions else {
            return TimestampRejection(.unacceptedExtension, "no extension is supported")
        }
        return nil
    }

    private func info(
        _ request: TimestampRequest, _ serial: [UInt8], _ now: Date,
        _ accuracy: TimestampAccuracy?
    ) -> [UInt8] {
        DERWriter.sequence(
            DERWriter.integer(1), policy.der, request.imprint.der,
            DERWriter.integer(magnitude: serial), DERWriter.preciseTime(now),
            accuracy?.der ?? [], request.nonce.map { DERWriter.value(DERTag.integer, $0) } ?? [])
    }
}
