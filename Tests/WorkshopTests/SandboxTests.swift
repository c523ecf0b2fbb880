import Glibc
import Testing

@testable import Workshop

@Suite struct SandboxTests {
    private let probe: SandboxProbe

    init() async throws {
        probe = try await Bench().workshop.probe()
    }

    @Test(
        "a child runs under its limits",
        arguments: [
            ("Max data size", "314572800"), ("Max cpu time", "10"),
            ("Max file size", "268435456"), ("Max open files", "512"),
            ("Max core file size", "0"),
        ])
    func limits(name: String, value: String) {
        #expect(probe.limits[name] == value)
    }

    @Test("a child gains no privileges and has its system calls filtered")
    func filtered() {
        #expect(probe.status == ["NoNewPrivs": "1", "Seccomp": "2"])
    }

    @Test("a child cannot open a socket")
    func network() {
        #expect(probe.socketError == EPERM)
    }

    @Test("each task has a process of its own, a copy of a child that stays")
    func copies() async throws {
        let workshop = try Bench().workshop
        let (first, second) = (try await workshop.probe(), try await workshop.probe())
        #expect(first.original == second.original)
        #expect(Set([first.process, second.process, first.original]).count == 3)
    }

    @Test("a child opens no file that is not its task's, nor the memory of its original")
    func paths() {
        #expect(probe.memoryError == EACCES)
        #expect(!probe.canConfinePaths || probe.fileError == EACCES)
    }

    @Test("a child has nothing open but its three streams")
    func descriptors() {
        #expect(probe.descriptors == [0, 1, 2])
    }

    @Test("a child is given no variable that is not its business")
    func environment() async throws {
        setenv("SECRET_OF_THE_PARENT", "secret", 1)
        let again = try await Bench().workshop.probe()
        #expect(!again.variables.contains("SECRET_OF_THE_PARENT"))
        #expect(again.variables.contains("PATH"))
    }
}
