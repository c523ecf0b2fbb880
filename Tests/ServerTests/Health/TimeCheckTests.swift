import Domain
import TamgaTestKit
import Testing

@testable import Server

@Suite("The checks of time")
struct TimeCheckTests {
    /// Nobody listens on port 1.
    private static let silent = "http://127.0.0.1:1/tsa"

    @Test("a clock that nobody keeps right is warned of")
    func clock() async {
        let finding = await ClockCheck(discipline: .unsynchronised).finding()
        #expect(finding.isWarning && finding.remedy?.contains("chrony") == true)
        #expect(await ClockCheck(discipline: .synchronised).finding().remedy == nil)
        #expect(await ClockCheck(discipline: .unknown).finding().remedy == nil)
    }

    @Test("a clock behind the last time that was issued fails")
    func setBack() async throws {
        let fresh = try await FreshFolder()
        let (now, later) = (Instant.now(), Instant.now(addingDays: 1))
        try fresh.write("\(later.microseconds)\n", to: fresh.settings.markFile)
        let finding = await TimestampCheck(fresh.settings, at: now).finding()
        #expect(finding.isFailure && finding.remedy?.hasPrefix("set the clock") == true)
        #expect(await TimestampCheck(fresh.settings, at: later).finding().remedy == nil)
    }

    @Test("a file that holds no time fails")
    func noMark() async throws {
        let fresh = try await FreshFolder()
        try fresh.write("yesterday", to: fresh.settings.markFile)
        let finding = await TimestampCheck(fresh.settings).finding()
        #expect(finding.isFailure && finding.remedy?.contains("restore it") == true)
    }

    @Test("another authority that is silent fails, or is warned of where the own one signs")
    func silence() async throws {
        let fresh = try await FreshFolder()
        var settings = fresh.settings
        settings.timestamps = .remote(Self.silent, fallsBack: false)
        let failed = await TimestampCheck(settings).finding()
        #expect(failed.isFailure && failed.remedy?.contains("tsa-fallback") == true)
        settings.timestamps = .remote(Self.silent, fallsBack: true)
        let warning = await TimestampCheck(settings).finding()
        #expect(warning.isWarning && warning.remedy?.contains("whether tsa is right") == true)
    }

    @Test("level b-b asks no other authority")
    func notNeeded() async throws {
        let fresh = try await FreshFolder()
        var settings = fresh.settings
        settings.timestamps = .remote(Self.silent, fallsBack: false)
        settings.level = .baseline
        #expect(await TimestampCheck(settings).finding().remedy == nil)
    }
}
