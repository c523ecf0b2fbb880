import CMS
public import Domain
public import Outbound
public import PDFSigning

/// A time-stamping authority of somebody else.
public struct RemoteTimestampAuthority: TimestampSource {
    private let client: TimestampClient
    private let revocation: any RevocationSource

    /// - Parameter revocation: where the addresses in the authority's certificates are asked.
    public init(_ client: TimestampClient, revocation: any RevocationSource) {
        self.client = client
        self.revocation = revocation
    }

    /// Chains of foreign authorities have any length; most tokens are half as long.
    public let tokenRoom = 16 << 10

    public func token(over digest: ContentHash) async throws -> [UInt8] {
        let token: [UInt8]
        do throws(TimestampClientFailure) {
            token = try await client.token(over: digest.bytes).der
        } catch {
            throw TimestampUnavailable("\(error)")
        }
        guard token.count <= tokenRoom else {
            throw TimestampUnavailable("a token of \(token.count) bytes is longer than expected")
        }
        return token
    }
}

extension RemoteTimestampAuthority {
    /// Learned from a token: who signs for the authority today, and what is known of that chain.
    public func evidence(at now: Instant) async throws -> TimestampEvidence {
        let digest = ContentHash(of: withUnsafeBytes(of: now.microseconds.bigEndian, Array.init))
        let signed = try SignedData(der: await token(over: digest))
        do {
            var collector = try EvidenceCollector(source: revocation, at: now.date)
            return TimestampEvidence(try await collector.evidence(for: signed))
        } catch let missing as SigningError {
            throw TimestampUnavailable("the authority's certificate cannot be judged: \(missing)")
        }
    }
}

extension TimestampEvidence {
    /// The end of the chain is the one that issued itself.
    fileprivate init(_ evidence: ValidationData) {
        self.init(
            certificates: evidence.certificates, revocationLists: evidence.revocationLists,
            ocspResponses: evidence.ocspResponses,
            anchors: evidence.certificates.filter { der in
                guard let own = try? EmbeddedCertificate(der: der) else { return false }
                return own.isIssued(by: own)
            })
    }
}

/// Asks one source, and another where that one has nothing.
public struct FallbackTimestampSource: TimestampSource {
    private let first: any TimestampSource
    private let second: any TimestampSource
    private let report: @Sendable (TimestampUnavailable) -> Void

    /// - Parameter report: told of each time that the first had nothing.
    public init(
        _ first: any TimestampSource, otherwise second: any TimestampSource,
        report: @escaping @Sendable (TimestampUnavailable) -> Void
    ) {
        self.first = first
        self.second = second
        self.report = report
    }

    public var tokenRoom: Int { max(first.tokenRoom, second.tokenRoom) }

    /// Of both: some signatures may have tokens of the one, some of the other.
    public func evidence(at now: Instant) async throws -> TimestampEvidence {
        try await first.evidence(at: now) + second.evidence(at: now)
    }

    public func token(over digest: ContentHash) async throws -> [UInt8] {
        do {
            return try await first.token(over: digest)
        } catch let trouble as TimestampUnavailable {
            report(trouble)
            return try await second.token(over: digest)
        }
    }
}

extension RevocationClient: RevocationSource {}
