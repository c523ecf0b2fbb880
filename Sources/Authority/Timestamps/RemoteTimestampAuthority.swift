import CMS
public import Domain
public import Outbound

/// A time-stamping authority of somebody else.
public struct RemoteTimestampAuthority: TimestampSource {
    private let client: TimestampClient

    public init(_ client: TimestampClient) {
        self.client = client
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

    public func token(over digest: ContentHash) async throws -> [UInt8] {
        do {
            return try await first.token(over: digest)
        } catch let trouble as TimestampUnavailable {
            report(trouble)
            return try await second.token(over: digest)
        }
    }
}
