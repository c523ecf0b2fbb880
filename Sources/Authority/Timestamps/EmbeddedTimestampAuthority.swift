import CMS
public import Domain
import Foundation

/// The server's own time-stamping authority (RFC 3161): key and certificate of its own, times
/// that never run backwards, serial numbers that never repeat.
public struct EmbeddedTimestampAuthority: TimestampSource, TimestampResponder {
    private let signer: TimestampSigner
    private let times: IssuedTimes
    private let clock: any WallClock
    private let randomness: any Randomness
    public let tokenRoom: Int

    /// - Parameter markFile: where the time mark is kept; made at the first token.
    /// - Throws: ``MarkFault`` where that file holds something else.
    public init(
        _ authority: TamgaAuthority, markFile: String, clock: any WallClock,
        randomness: any Randomness
    ) throws {
        let chain = authority.chain
        signer = try TimestampSigner(
            certificate: chain.timestamping, chain: [chain.issuing],
            key: PrivateKey(chain.keys.timestamping), policy: SignaturePolicy.timestamp.dotted)
        times = try IssuedTimes(path: markFile)
        tokenRoom = signer.maximumByteCount()
        self.clock = clock
        self.randomness = randomness
    }

    public func token(over digest: ContentHash) async throws -> [UInt8] {
        let request = try TimestampRequest(imprint: digest.bytes, nonce: nil)
        return try await response(to: request).token(for: request).der
    }

    /// The issuing CA's certificate and list are in every seal.
    public func evidence(at now: Instant) async throws -> TimestampEvidence { TimestampEvidence() }

    public func answer(to request: [UInt8]) async throws -> [UInt8] {
        do {
            return try await response(to: TimestampRequest(der: request)).der
        } catch let error as CMSError {
            return Self.rejection(.badDataFormat, error.reason)
        } catch let error as TimestampUnavailable {
            return Self.rejection(.timeNotAvailable, error.reason)
        }
    }

    private static func rejection(
        _ failure: TimestampRejection.Failure, _ text: String
    ) -> [UInt8] {
        TimestampResponse.rejected(TimestampRejection(failure, text)).der
    }

    /// Times are cut to whole seconds, well within the accuracy: so a revocation list, which
    /// knows no fractions, is never dated before a signature of the same second.
    private func response(to request: TimestampRequest) async throws -> TimestampResponse {
        let now = try await admittedTime()
        return try signer.response(
            to: request, serial: serial(at: now), at: Instant(seconds: now.seconds).date,
            accuracy: TimestampAccuracy(seconds: 1))
    }

    /// Times do not run backwards, so that no two serials begin alike but within a microsecond;
    /// there 64 random bits tell them apart.
    private func serial(at now: Instant) -> [UInt8] {
        let time = withUnsafeBytes(of: now.microseconds.bigEndian, Array.init)
        return time + randomness.bytes(8)
    }

    /// A clock that is behind by no more than the mark's lead is waited for: that is the first
    /// second after a crash. One that is further behind was set back.
    private func admittedTime() async throws -> Instant {
        do {
            return try await times.next(by: clock)
        } catch let behind as ClockBehind where behind.isShort {
            try await clock.sleep(milliseconds: Int(behind.microseconds / 1_000) + 1)
        } catch let behind as ClockBehind {
            throw behind.refusal
        }
        do {
            return try await times.next(by: clock)
        } catch let behind as ClockBehind {
            throw behind.refusal
        }
    }
}

extension EmbeddedTimestampAuthority {
    /// How far the clock lies behind the time mark in that file, beyond what is waited for; 0
    /// where tokens can be issued.
    ///
    /// - Throws: ``MarkFault`` where the file holds something else.
    public static func secondsBehind(markFile: String, at now: Instant) throws -> Int64 {
        let mark = try IssuedTimes.mark(in: markFile)
        guard mark > now.adding(seconds: IssuedTimes.leadSeconds) else { return 0 }
        return mark.seconds - now.seconds
    }
}

extension ClockBehind {
    fileprivate var isShort: Bool { microseconds <= IssuedTimes.leadSeconds * 1_000_000 }

    fileprivate var refusal: TimestampUnavailable {
        TimestampUnavailable(
            "the clock is \(microseconds / 1_000) ms behind the last time that was issued")
    }
}
