import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Job queue")
struct JobQueueTests {
    private let later = now.adding(seconds: 60)

    @Test("every kind of work comes back as it was owed")
    func roundTrips() async throws {
        let store = try await TemporaryStore.peopled()
        let document = try await store.tell(Story())
        let owed: [Job.Work] = [
            .inspect(document.id), .seal(document.id), .mail(.sample),
            .mail(
                Notice(
                    kind: .signingCode(Sample.id(60), document.noticeLink(document.recipients[0])),
                    contact: .email(Sample.anna.email), name: Sample.anna.name, language: .korean,
                    document: document.notice)),
        ]
        for (index, work) in owed.enumerated() {
            try await store.jobs.add(work, at: now.adding(seconds: Int64(index)))
        }
        for work in owed {
            #expect(try await store.jobs.claim(at: later, leaseSeconds: 60)?.work == work)
        }
        #expect(try await store.jobs.claim(at: later, leaseSeconds: 60) == nil)
    }

    @Test("work is owed with the change that owes it, due at once")
    func owesWithChange() async throws {
        let store = try await TemporaryStore.peopled()
        let document = try await store.tell(try Story().uploaded())
        let job = try #require(try await store.jobs.claim(at: now, leaseSeconds: 60))
        #expect(job.work == .inspect(document.id))
        #expect(job.runAt == now && job.attempts == 1 && job.fence == 1)
    }

    @Test("a job is not due before its time")
    func waitsForItsTime() async throws {
        let store = try await TemporaryStore.empty()
        try await store.jobs.add(.mail(.sample), at: later)
        #expect(try await store.jobs.claim(at: now, leaseSeconds: 60) == nil)
    }

    @Test("one job goes to one worker")
    func claimsOnce() async throws {
        let store = try await TemporaryStore.empty()
        try await store.jobs.add(.mail(.sample), at: now)
        let claimed = try await withThrowingTaskGroup(of: Job?.self) { group in
            for _ in 0..<16 {
                group.addTask { try await store.jobs.claim(at: now, leaseSeconds: 60) }
            }
            return try await group.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
        }
        #expect(claimed == 1)
    }

    @Test("a completed job is gone")
    func completes() async throws {
        let store = try await TemporaryStore.empty()
        try await store.jobs.add(.mail(.sample), at: now)
        let job = try #require(try await store.jobs.claim(at: now, leaseSeconds: 60))
        #expect(try await store.jobs.complete(job))
        #expect(try await store.jobs.claim(at: later, leaseSeconds: 60) == nil)
    }

    @Test("a worker that slept past its lease can neither finish nor postpone")
    func fences() async throws {
        let store = try await TemporaryStore.empty()
        try await store.jobs.add(.mail(.sample), at: now)
        let slept = try #require(try await store.jobs.claim(at: now, leaseSeconds: 60))
        let other = try #require(try await store.jobs.claim(at: later, leaseSeconds: 60))
        #expect(other.id == slept.id && other.fence > slept.fence && other.attempts == 2)
        #expect(try await !store.jobs.complete(slept))
        #expect(try await !store.jobs.postpone(slept, until: later, because: "slept"))
        #expect(try await store.jobs.complete(other))
    }

    @Test("a postponed job is due again at its new time")
    func postpones() async throws {
        let store = try await TemporaryStore.empty()
        try await store.jobs.add(.mail(.sample), at: now)
        let job = try #require(try await store.jobs.claim(at: now, leaseSeconds: 3_600))
        #expect(try await store.jobs.postpone(job, until: later, because: "refused"))
        #expect(try await store.jobs.claim(at: now, leaseSeconds: 60) == nil)
        #expect(try await store.jobs.claim(at: later, leaseSeconds: 60)?.runAt == later)
    }

    @Test("what a dead process had begun is due at once when its leases are ended")
    func releases() async throws {
        let store = try await TemporaryStore.empty()
        try await store.jobs.add(.mail(.sample), at: now)
        let begun = try #require(try await store.jobs.claim(at: now, leaseSeconds: 60))
        try await store.jobs.releaseAll()
        let again = try #require(try await store.jobs.claim(at: now, leaseSeconds: 60))
        #expect(again.id == begun.id && again.fence > begun.fence)
    }

    @Test("ending leases makes no job due before its time")
    func releaseKeepsTimes() async throws {
        let store = try await TemporaryStore.empty()
        try await store.jobs.add(.mail(.sample), at: later)
        try await store.jobs.releaseAll()
        #expect(try await store.jobs.claim(at: now, leaseSeconds: 60) == nil)
    }

    @Test("new files while old ones are read are owed anew, and the old reading counts no more")
    func supersedesRunningInspection() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().uploaded()
        try await store.tell(story)
        let reading = try #require(try await store.jobs.claim(at: now, leaseSeconds: 60))
        let change = try #require(try story.uploaded([41], names: ["b.pdf"]).changes.last)
        try await store.documents.commit(change)
        #expect(try await !store.jobs.complete(reading))
        let again = try #require(try await store.jobs.claim(at: now, leaseSeconds: 60))
        #expect(again.work == reading.work && again.attempts == 1)
    }

    @Test("the sweep re-creates work that is owed but has no job, once")
    func sweeps() async throws {
        let store = try await TemporaryStore.peopled()
        let unread = try await store.tell(try Story(20).uploaded([40]))
        let unsealed = try await store.tell(
            try Story(21).uploaded([41]).inspected().released().signed(by: 0).signed(by: 1))
        try await store.tell(try Story(22).uploaded([42]).acted(.deleteDraft))
        try await store.database.write { try $0.execute("DELETE FROM job") }
        #expect(try await store.jobs.sweep(at: now) == 2)
        #expect(try await store.jobs.sweep(at: now) == 0)
        let owed = [
            try await store.jobs.claim(at: now, leaseSeconds: 60)?.work,
            try await store.jobs.claim(at: now, leaseSeconds: 60)?.work,
        ]
        #expect(owed == [.inspect(unread.id), .seal(unsealed.id)])
    }

    @Test("a draft that is to be sent later is owed when its time has come")
    func sweepsDrafts() async throws {
        let store = try await TemporaryStore.peopled()
        let moment = now.adding(seconds: 3_600)
        let draft = try await store.tell(
            try Story().uploaded().inspected().then {
                try $0.schedulingSending(at: moment, by: .system, at: now)
            })
        try await store.database.write { try $0.execute("DELETE FROM job") }
        #expect(try await store.jobs.sweep(at: moment.adding(seconds: -1)) == 0)
        #expect(try await store.jobs.sweep(at: moment) == 1)
        let job = try await store.jobs.claim(at: moment, leaseSeconds: 60)
        #expect(job?.work == .attend(draft.id))
    }

    @Test("the sweep leaves jobs alone that exist")
    func sweepKeepsJobs() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.tell(try Story().uploaded())
        let job = try #require(try await store.jobs.claim(at: now, leaseSeconds: 60))
        #expect(try await store.jobs.sweep(at: now) == 0)
        #expect(try await store.jobs.complete(job))
    }
}
