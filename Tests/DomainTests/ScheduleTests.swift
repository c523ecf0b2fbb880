import TamgaTestKit
import Testing

@testable import Domain

@Suite("What time alone does to a document")
struct ScheduleTests {
    private static let week = Terms(sendsWhenReady: false, period: SigningPeriod(days: 7))
    private static let signers = [
        Round.party(Round.phone, 1, .signer(.simple)),
        Round.party("second@example.net", 2, .signer(.simple)),
    ]

    @Test("a period ends with the last second of its last day in Seoul")
    func end() throws {
        // 2026-11-18 17:26:40 in Seoul.
        let end = try #require(SigningPeriod(days: 1)).end(from: Instant(seconds: 1_794_990_400))
        #expect(
            CivilTime(end.adding(seconds: 9 * 3_600))
                == CivilTime(
                    year: 2026, month: 11, day: 19, hour: 23, minute: 59, second: 59))
    }

    @Test("whoever has the turn is reminded once, a day before the end")
    func reminds() throws {
        var round = try Round(Self.signers, terms: Self.week)
        try round.send()
        let deadline = try #require(round.document.schedule.deadline)
        let due = try #require(round.document.dueAt)
        #expect(due == deadline.adding(seconds: -86_400))
        #expect(round.document.attending(at: due.adding(seconds: -1)) == nil)
        round.take(try #require(round.document.attending(at: due)))
        #expect(round.told.map(\.to) == ["01012345678"] && round.kinds == [.reminded])
        #expect(round.document.dueAt == deadline)
    }

    @Test("after the end the round has expired, and those who were asked are told")
    func expires() throws {
        var round = try Round(Self.signers, terms: Self.week)
        try round.send()
        let deadline = try #require(round.document.schedule.deadline)
        round.take(try #require(round.document.attending(at: deadline)))
        #expect(round.document.state.stage == .expired)
        #expect(round.told.map(\.to) == ["01012345678", Sample.author.email.text])
        #expect(throws: Refusal.wrongState) { try round.sign(0) }
    }

    @Test("a signature after the last moment is refused, though nobody has ended the round yet")
    func late() throws {
        var round = try Round(Self.signers, terms: Self.week)
        try round.send()
        let deadline = try #require(round.document.schedule.deadline)
        let late = deadline.adding(seconds: 1)
        #expect(throws: Refusal.wrongState) { try round.sign(0, at: late) }
        try round.sign(0, at: deadline)
    }

    @Test("a draft whose file turns out unusable is no longer to be sent by itself")
    func unusable() throws {
        let draft = try Round(Self.signers, isSentAtOnce: true).document
        #expect(draft.dueAt == now)
        let finding = [draft.files[0].id: FileFinding.unusable(.unreadable)]
        let inspected = try draft.inspected(finding, at: now)
        #expect(inspected.after.dueAt == nil)
        #expect(inspected.audit.last?.kind == .sendingCancelled)
    }

    @Test("one that is to be sent later keeps its time, for other files may come until then")
    func unusableYet() throws {
        var draft = try Round(Self.signers, terms: Terms(sendsWhenReady: false))
        let later = now.adding(seconds: 3_600)
        draft.take(try draft.document.schedulingSending(at: later, by: .system, at: now))
        let finding = [draft.document.files[0].id: FileFinding.unusable(.unreadable)]
        #expect(try draft.document.inspected(finding, at: now).after.schedule.sendsAt == later)
    }

    @Test("another deadline brings another reminder; one in the past is refused")
    func reschedules() throws {
        var round = try Round(Self.signers)
        try round.send()
        #expect(round.document.dueAt == nil)
        let later = now.adding(seconds: 10 * 86_400)
        round.take(try round.document.rescheduling(until: later, by: .system, at: now))
        #expect(round.document.dueAt == later.adding(seconds: -86_400))
        #expect(throws: Refusal.invalid(path: "deadline", .past)) {
            try round.document.rescheduling(until: now, by: .system, at: now)
        }
    }

    @Test("a draft is due when it is to be sent, until that is put off or taken back")
    func schedules() throws {
        var round = try Round(Self.signers)
        for later in [60, 7_200] as [Int64] {
            let moment = now.adding(seconds: later)
            round.take(
                try round.document.schedulingSending(at: moment, by: .system, at: now))
            #expect(round.document.dueAt == moment && round.kinds == [.sendingScheduled])
        }
        round.take(try round.document.cancellingSending(by: .system, at: now))
        #expect(round.document.dueAt == nil && round.kinds == [.sendingCancelled])
    }

    @Test("no time that has come, nothing to take back, and no document on its way")
    func refusesScheduling() throws {
        var round = try Round(Self.signers)
        #expect(throws: Refusal.invalid(path: "sendsAt", .past)) {
            try round.document.schedulingSending(at: now, by: .system, at: now)
        }
        #expect(throws: Refusal.wrongState) {
            try round.document.cancellingSending(by: .system, at: now)
        }
        try round.send()
        #expect(throws: Refusal.actionUnavailable(.send)) {
            try round.document.schedulingSending(
                at: now.adding(seconds: 60), by: .system, at: now)
        }
    }

    @Test("a draft that is to be sent at once owes its sending from the start")
    func sendsAtOnce() {
        var wanted = NewDocumentTests.valid
        wanted.isSentAtOnce = true
        let change = Document.creating(
            wanted, by: Sample.author,
            ids: NewIdentifiers(for: wanted, from: FixedRandomness(), at: now),
            links: Sample.links, at: now)
        #expect(change.work == [.attend(change.after.id)] && change.after.dueAt == now)
    }
}

private struct FixedRandomness: Randomness {
    func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 7, count: count) }
}
