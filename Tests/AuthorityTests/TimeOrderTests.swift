import Authority
import CMS
import Domain
import Glibc
import TamgaTestKit
import Testing

@Suite("Times that never run backwards")
struct TimeOrderTests {
    private func stamp(_ test: TestTimestamps) async throws {
        _ = try await test.timestamps.token(over: ContentHash(of: [1]))
    }

    @Test("a clock set back gets no token")
    func setBack() async throws {
        let test = try TestTimestamps()
        try await stamp(test)
        test.clock.advance(seconds: -60)
        await #expect(throws: TimestampUnavailable.self) { try await stamp(test) }
    }

    @Test("others are told that there is no time to be had")
    func rejection() async throws {
        let test = try TestTimestamps()
        try await stamp(test)
        test.clock.advance(seconds: -60)
        let reply = try await test.timestamps.answer(
            to: TimestampRequest(imprint: Array(repeating: 1, count: 32), nonce: nil).der)
        guard case .rejected(let rejection) = try TimestampResponse(der: reply) else {
            Issue.record("a token with a time that was past")
            return
        }
        #expect(rejection.failure == .timeNotAvailable)
    }

    @Test("a clock set back while the server was down gets no token either")
    func setBackBetweenStarts() async throws {
        let first = try TestTimestamps()
        try await stamp(first)
        let second = try TestTimestamps(
            in: first.authority, at: TestAuthority.now.adding(seconds: -60))
        await #expect(throws: TimestampUnavailable.self) { try await stamp(second) }
    }

    @Test("the first second after a crash is waited for")
    func afterCrash() async throws {
        let first = try TestTimestamps()
        try await stamp(first)
        let second = try TestTimestamps(in: first.authority)
        let clock = second.clock
        clock.whenSleeping { clock.advance(seconds: 2) }
        try await stamp(second)
    }

    @Test("a crash at any moment leaves a mark that is not before the last token")
    func markIsAhead() async throws {
        let test = try TestTimestamps()
        for _ in 0..<5 {
            try await stamp(test)
            let mark = try #require(
                Int64(
                    String(decoding: test.authority.folder.read("mark"), as: UTF8.self).dropLast()))
            #expect(mark >= test.clock.now().microseconds)
            test.clock.advance(seconds: 1)
        }
    }

    @Test("the mark is not written again for every token")
    func coalesced() async throws {
        let test = try TestTimestamps()
        try await stamp(test)
        try test.authority.folder.write(Array("7\n".utf8), as: "mark")
        for _ in 0..<10 { try await stamp(test) }
        #expect(try test.authority.folder.read("mark") == Array("7\n".utf8))
    }

    @Test("a damaged mark refuses to start, and says which file it is")
    func damaged() throws {
        let authority = try TestAuthority()
        let path = try authority.folder.write(Array("yesterday".utf8), as: "mark")
        let fault = #expect(throws: MarkFault.self) { try TestTimestamps(in: authority) }
        #expect(fault?.description.contains(path) == true)
    }

    @Test("many at once are all stamped")
    func concurrent() async throws {
        let authority = try TestAuthority()
        let timestamps = try EmbeddedTimestampAuthority(
            authority.authority, markFile: authority.folder.file("mark"), clock: TrueClock(),
            randomness: SystemRandomness())
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    _ = try await timestamps.token(over: ContentHash(of: [UInt8(number)]))
                }
            }
            try await group.waitForAll()
        }
    }
}

/// The machine's clock, read as often as one likes.
struct TrueClock: WallClock {
    func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    func sleep(milliseconds: Int) async throws {
        try await Task.sleep(for: .milliseconds(milliseconds))
    }
}
