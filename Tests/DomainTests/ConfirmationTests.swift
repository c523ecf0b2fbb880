import TamgaTestKit
import Testing

@testable import Domain

@Suite("One-time codes")
struct ConfirmationTests {
    let purpose = Confirmation.Purpose.certificate(user: Sample.id(10))

    func pending() throws -> Confirmation {
        try Confirmation.request(purpose, after: nil, id: Sample.id(50), number: 7, at: now)
    }

    @Test("the right code is used up")
    func right() throws {
        let confirmation = try pending()
        let (after, refusal) = confirmation.tried(
            Sample.codes.code(for: confirmation.id), key: Sample.codes, at: now)
        #expect(refusal == nil && after.outcome == .used)
        #expect(after.tried("000000", key: Sample.codes, at: now).1 == .confirmationSpent)
    }

    @Test("wrong codes count down, and the last one ends it")
    func wrong() throws {
        var confirmation = try pending()
        var refusals: [Refusal?] = []
        for _ in 0..<4 {
            let (after, refusal) = confirmation.tried("nonsense", key: Sample.codes, at: now)
            confirmation = after
            refusals.append(refusal)
        }
        #expect(
            refusals == [
                .wrongCode(attemptsLeft: 2), .wrongCode(attemptsLeft: 1), .confirmationSpent,
                .confirmationSpent,
            ])
    }

    @Test("it expires after ten minutes, and a clock set back does not revive it")
    func expiry() throws {
        let confirmation = try pending()
        let code = Sample.codes.code(for: confirmation.id)
        for seconds: Int64 in [600, 6_000, -1] {
            let at = now.adding(seconds: seconds)
            #expect(
                confirmation.tried(code, key: Sample.codes, at: at).1 == .confirmationExpired)
        }
    }

    @Test("a second request within a minute is told how long to wait")
    func tooSoon() throws {
        let first = try pending()
        #expect(throws: Refusal.tooSoon(retryAfterSeconds: 20)) {
            try Confirmation.request(
                purpose, after: first, id: Sample.id(51), number: 8,
                at: now.adding(seconds: 40))
        }
    }

    @Test("codes are six digits and differ from id to id")
    func codes() {
        let codes = (0..<100).map { Sample.codes.code(for: Sample.id(UInt8($0))) }
        #expect(codes.allSatisfy { $0.count == 6 && $0.allSatisfy(\.isNumber) })
        #expect(Set(codes).count > 95)
    }
}
