import BenchmarkKit
import Foundation

/// A disk that takes 2 ms to flush, whatever the machine at hand has: what a write costs depends on
/// it, and the disks of virtual machines often promise more than they keep.
enum SlowDisk {
    static func environment() throws -> [String: String] {
        ["LD_PRELOAD": try library()]
    }

    /// A library that makes every flush take 2 ms longer.
    private static func library() throws -> String {
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
