import CSandbox
import Glibc

/// What a copy that opens foreign bytes may use (house limits for foreign bytes).
struct Sandbox: Sendable {
    var dataBytes: UInt64
    var cpuSeconds: UInt64
    var fileBytes: UInt64
    var openFiles: UInt64
    var wallSeconds: UInt32

    static let child = Sandbox(
        dataBytes: 300 * 1024 * 1024, cpuSeconds: 10, fileBytes: 256 * 1024 * 1024,
        openFiles: 512, wallSeconds: 10)

    /// A step that the kernel refused: then nothing foreign may be opened.
    struct Failure: Error {
        let step: String
        let code: Int32
    }

    /// For the rest of this process, without a way back.
    func limit() throws(Failure) {
        var limits = tamga_limits(
            data_bytes: dataBytes, cpu_seconds: cpuSeconds, file_bytes: fileBytes,
            open_files: openFiles, wall_seconds: wallSeconds)
        try check(tamga_sandbox_limit(&limits), "limits")
    }

    /// The last step before the first foreign byte, without a way back either.
    func close(reaching reach: Reach, allowingPrograms: Bool) throws(Failure) {
        try check(Self.confine(reach), "paths")
        try check(tamga_sandbox_lock(allowingPrograms ? 1 : 0), "system-call filter")
    }

    private static func confine(_ reach: Reach) -> Int32 {
        let readable = (Reach.system + reach.files).map { UnsafePointer(strdup($0)) } + [nil]
        let writable = [reach.folder].compactMap(\.self).map { UnsafePointer(strdup($0)) } + [nil]
        defer { for path in readable + writable { free(UnsafeMutablePointer(mutating: path)) } }
        return tamga_sandbox_paths(readable, writable)
    }

    private func check(_ code: Int32, _ step: String) throws(Failure) {
        guard code == 0 else { throw Failure(step: step, code: code) }
    }
}
