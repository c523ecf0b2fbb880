public import Domain

/// Tokens that name what they are over, and nothing more.
public struct StubTimestamps: TimestampSource, TimestampResponder {
    public let tokenRoom = 128

    public init() {}

    public func token(over digest: ContentHash) async throws -> [UInt8] {
        Array("token over \(digest)".utf8)
    }

    public func evidence(at now: Instant) async throws -> TimestampEvidence { TimestampEvidence() }

    public func answer(to request: [UInt8]) async throws -> [UInt8] {
        Array("answer to \(request.count) octets".utf8)
    }
}
