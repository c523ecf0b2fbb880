public import CMS

/// Asks a time-stamping authority over HTTP (RFC 3161 §3.4).
///
/// What is returned has been checked: status, imprint, nonce, the certificate and that it is one
/// for timestamps, its hash in the token, the signature. Whom to trust is decided elsewhere.
public struct TimestampClient: Sendable {
    /// Longer than any nonce needs, and short enough for authorities that keep 64 bits of it.
    private static let nonceByteCount = 8

    private let url: String
    private let client: OutboundClient
    private let silence: Duration
    private let randomBytes: @Sendable (_ count: Int) -> [UInt8]

    /// - Parameters:
    ///   - url: of the authority, `http:` or `https:`.
    ///   - silence: how long to wait for a whole answer.
    ///   - randomBytes: unpredictable ones, for nonces.
    public init(
        url: String, by client: OutboundClient, silence: Duration = .seconds(5),
        randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) {
        self.url = url
        self.client = client
        self.silence = silence
        self.randomBytes = randomBytes
    }

    /// A token over a digest.
    ///
    /// - Parameter digest: of the algorithm's length.
    public func token(
        over digest: [UInt8], by algorithm: DigestAlgorithm = .sha256
    ) async throws(TimestampClientFailure) -> TimestampToken {
        let request = try request(digest, algorithm)
        let answer = try await answer(to: request)
        guard answer.isSuccess else { throw .status(answer.status) }
        do {
            return try TimestampResponse(der: answer.body).token(for: request)
        } catch let fault as TimestampFault {
            throw .refused(fault)
        } catch {
            throw .malformed("\(error)")
        }
    }

    private func request(
        _ digest: [UInt8], _ algorithm: DigestAlgorithm
    ) throws(TimestampClientFailure) -> TimestampRequest {
        do throws(CMSError) {
            return try TimestampRequest(
                imprint: digest, algorithm: algorithm, nonce: randomBytes(Self.nonceByteCount))
        } catch {
            throw .malformed(error.reason)
        }
    }

    private func answer(
        to request: TimestampRequest
    ) async throws(TimestampClientFailure) -> OutboundAnswer {
        let post = OutboundRequest(
            .post, url,
            headers: [
                ("Content-Type", "application/timestamp-query"),
                ("Accept", "application/timestamp-reply"),
            ], body: request.der)
        do throws(OutboundFailure) {
            return try await client.send(post, within: silence)
        } catch {
            throw .unreachable(error)
        }
    }
}

/// Why an authority's answer is no token that may be embedded.
public enum TimestampClientFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// No whole answer; silence among the reasons.
    case unreachable(OutboundFailure)
    /// Another HTTP status than success.
    case status(Int)
    /// What came, or was asked, is not what RFC 3161 describes.
    case malformed(String)
    /// The authority refused, or its token is not what was asked for.
    case refused(TimestampFault)

    public var description: String {
        switch self {
        case .unreachable(let failure): "\(failure)"
        case .status(let status): "the time-stamping authority answered with status \(status)"
        case .malformed(let reason): "the answer is no timestamp response: \(reason)"
        case .refused(let fault): "the timestamp is of no use: \(fault)"
        }
    }
}
