import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Sending at a set time")
struct ScheduledSendingTests {
    /// A draft that can be sent, on its author's page.
    private func drafting(
        _ body: @escaping @Sendable (StubWorld, Document, Browser) async throws -> Void
    ) async throws {
        try await StubWorld().onAuthorsPage(terms: Terms(sendsWhenReady: false), body)
    }

    /// An hour after the world's time, as a form has it.
    private static let later = "2026-11-18T12:06"

    private static func schedule(
        _ document: Document, _ browser: Browser, at time: String = later
    ) async throws -> Answer {
        try await browser.post("/documents/\(document.id)/schedule", ["sends-at": time])
    }

    /// What workers and the sweep do after so many seconds.
    private static func pass(_ seconds: Int64, in world: StubWorld) async throws {
        world.clock.advance(seconds: seconds)
        _ = try await world.ports.jobs.sweep(at: world.clock.now())
        try await world.work()
    }

    @Test("a draft can be given a time, and its page tells it")
    func shown() async throws {
        try await drafting { world, document, browser in
            let before = try await browser.get("/documents/\(document.id)").text
            #expect(before.contains("data-action=\"schedule\""))
            #expect(!before.contains("data-action=\"unschedule\""))
            #expect(try await Self.schedule(document, browser).status == .seeOther)
            let page = try await browser.get("/documents/\(document.id)").text
            #expect(page.contains("value=\"\(Self.later)\""))
            #expect(page.contains("The document will be sent by itself on"))
            #expect(page.contains("Sending at a set time was arranged by"))
            #expect(page.contains("data-action=\"unschedule\""))
        }
    }

    @Test("it is sent when the time has come, and not before")
    func sends() async throws {
        try await drafting { world, document, browser in
            _ = try await Self.schedule(document, browser)
            let sendsAt = try #require(try await world.now(document).schedule.sendsAt)
            let wait = sendsAt.seconds - world.clock.now().seconds
            try await Self.pass(wait - 1, in: world)
            #expect(try await world.now(document).state == .draft)
            try await Self.pass(1, in: world)
            #expect(try await world.now(document).state == .signing)
        }
    }

    @Test("another time takes the place of the first")
    func changed() async throws {
        try await drafting { world, document, browser in
            _ = try await Self.schedule(document, browser)
            _ = try await Self.schedule(document, browser, at: "2026-12-24T09:00:30")
            try await Self.pass(86_400, in: world)
            #expect(try await world.now(document).state == .draft)
            let moment = CivilTime(
                year: 2026, month: 12, day: 24, hour: 9, minute: 0, second: 30)
            #expect(try await world.now(document).schedule.sendsAt == moment?.instant)
        }
    }

    @Test("taken back, it stays a draft, and a job that was owed already sends nothing")
    func takenBack() async throws {
        try await drafting { world, document, browser in
            _ = try await Self.schedule(document, browser)
            let answer = try await browser.post("/documents/\(document.id)/unschedule")
            #expect(answer.status == .seeOther)
            try await world.ports.jobs.add(.attend(document.id), at: world.clock.now())
            try await Self.pass(86_400, in: world)
            #expect(try await world.now(document).state == .draft)
        }
    }

    @Test("a draft that cannot be sent when its time has come stays one, and the trail tells it")
    func unusable() async throws {
        try await drafting { world, document, browser in
            _ = try await Self.schedule(document, browser)
            world.workshop.find(.unusable(.unreadable))
            let blob = try await world.ports.archive.store(Array("other".utf8))
            let author = try await world.ports.accounts.users(email: document.author.email)[0]
            _ = try await UploadFiles(world.ports)(
                [NewFile(name: "b.pdf", blob: blob)], to: document.id, by: Sample.actor(author))
            try await world.work()
            #expect(try await world.now(document).schedule.sendsAt != nil)
            try await Self.pass(86_400, in: world)
            let draft = try await world.now(document)
            #expect(draft.state == .draft && draft.dueAt == nil)
            let trail = try await world.store.auditTrail(of: document.id)
            #expect(trail.last?.kind == .sendingCancelled)
        }
    }

    @Test(
        "a time that has passed, and what is none, are refused on the page",
        arguments: ["2020-01-01T10:00", "", "tomorrow", "2026-11-18", "2026-02-30T10:00"])
    func refused(time: String) async throws {
        try await drafting { world, document, browser in
            let answer = try await Self.schedule(document, browser, at: time)
            #expect(answer.status == .badRequest && answer.text.contains("role=\"alert\""))
            #expect(try await world.now(document).schedule.sendsAt == nil)
        }
    }
}
