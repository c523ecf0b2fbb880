import Foundation
import Glibc

/// What this process uses, as the kernel counts it.
package enum ProcessUsage {
    /// Milliseconds of processor time of a body.
    package static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let before = processorMicroseconds()
        try body()
        return Double(processorMicroseconds() - before) / 1e3
    }

    /// Of all threads, in user and in system mode.
    package static func processorMicroseconds() -> Int { clock() }

    /// `VmRSS` or `VmHWM`, in MiB.
    package static func memory(_ key: String) throws -> Double {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(key) }
        let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
        guard let number, let kibibytes = Double(number) else {
            throw BenchmarkFailure("no \(key)")
        }
        return kibibytes / 1024
    }

    /// Makes the present memory the peak (proc(5), clear_refs).
    package static func forgetPeak() throws {
        try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    package static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
