import TamgaTestKit
import Testing
import Workshop

@testable import Server

@Suite("The checks of children")
struct ChildCheckTests {
    @Test("a missing program fails")
    func program() async {
        let finding = await ProgramCheck(missing: ["pdftocairo"]).finding()
        #expect(finding.isFailure && finding.text.hasPrefix("pdftocairo"))
        #expect(finding.remedy?.contains("poppler-utils") == true)
    }

    @Test("a child that cannot start fails")
    func start() async {
        let finding = await SandboxCheck(program: "/nowhere/tamga").finding()
        #expect(finding.isFailure && finding.remedy?.contains("seccomp") == true)
        #expect(await FontCheck(program: "/nowhere/tamga").finding().isFailure)
    }

    @Test(
        "a filter that does not hold fails", arguments: [FileWorkshop.Guard.systemCalls, .network])
    func filter(missing: FileWorkshop.Guard) {
        let finding = SandboxCheck.finding(without: [missing, .otherFiles])
        #expect(finding.isFailure && finding.remedy?.contains("CONFIG_SECCOMP_FILTER") == true)
    }

    @Test("a kernel without Landlock is warned of")
    func landlock() {
        let finding = SandboxCheck.finding(without: [.otherFiles])
        #expect(finding.isWarning && finding.remedy?.contains("landlock") == true)
    }
}
