import BenchmarkKit
import Foundation

/// What 32 clients create against one, on a disk that takes 2 ms to flush, and on this one.
enum GroupCommit {
    @Sendable static func run() async throws -> [Finding] {
        let slow = try ratio(environment: ["LD_PRELOAD": try shim()])
        let plain = try ratio(environment: [:])
        return [
            Finding(
                what: "32 clients against one, slow disk", figure: slow, unit: "×",
                bound: .atLeast(4)),
            Finding(
                what: "32 clients against one, this disk", figure: plain, unit: "×",
                bound: .atLeast(1)),
        ]
    }

    private static func ratio(environment: [String: String]) throws -> Double {
        let server = try ServerUnderTest(environment: environment)
        defer { server.stop() }
        let one = try server.rate("/v1/documents", connections: 1, script: ListingMemory.post)
        return try server.rate("/v1/documents", connections: 32, script: ListingMemory.post) / one
    }

    /// A library that makes every flush take 2 ms longer.
    private static func shim() throws -> String {
        let folder = FileManager.default.temporaryDirectory
        let (source, library) = (
            folder.appending(path: "slow-flush.c"), folder.appending(path: "slow-flush.so")
        )
        let code = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <unistd.h>
            int fdatasync(int fd) {
                static int (*next)(int);
                if (!next) next = dlsym(RTLD_NEXT, "fdatasync");
                usleep(2000);
                return next(fd);
            }
            int fsync(int fd) {
                static int (*next)(int);
                if (!next) next = dlsym(RTLD_NEXT, "fsync");
                usleep(2000);
                return next(fd);
            }
            """
        try Data(code.utf8).write(to: source)
        _ = try Command.output(
            "/usr/bin/cc", ["-shared", "-fPIC", "-o", library.path, source.path, "-ldl"],
            ProcessInfo.processInfo.environment)
        return library.path
    }
}
