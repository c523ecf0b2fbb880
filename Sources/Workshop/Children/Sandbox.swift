import CSandbox

/// What a child may use (house limits for foreign bytes).
struct Sandbox: Sendable {
    var dataBytes: UInt64
    var cpuSeconds: UInt64
    var fileBytes: UInt64
    var openFiles: UInt64
    var wallSeconds: UInt32

    /// The parent ends a child after ``ChildRunner/timeLimit``; the alarm is for a child that
    /// has lost its parent.
    static let child = Sandbox(
        dataBytes: 300 * 1024 * 1024, cpuSeconds: 10, fileBytes: 256 * 1024 * 1024,
        openFiles: 512, wallSeconds: 15)

    /// A step that the kernel refused: then nothing foreign may be opened.
    struct Failure: Error {
        let step: String
        let code: Int32
    }

    /// For the rest of this process, without a way back.
    func enter(allowingPrograms: Bool) throws(Failure) {
        var limits = tamga_limits(
            data_bytes: dataBytes, cpu_seconds: cpuSeconds, file_bytes: fileBytes,
            open_files: openFiles, wall_seconds: wallSeconds)
        try check(tamga_sandbox_close_inherited(), "closing of descriptors")
        try check(tamga_sandbox_limit(&limits), "limits")
        try check(tamga_sandbox_lock(allowingPrograms ? 1 : 0), "system-call filter")
    }

    private func check(_ code: Int32, _ step: String) throws(Failure) {
        guard code == 0 else { throw Failure(step: step, code: code) }
    }
}
