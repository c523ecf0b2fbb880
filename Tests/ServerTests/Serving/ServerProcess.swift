import Foundation
import Glibc
import TamgaTestKit

/// `tamga serve` as a process of its own, to be killed and started again on one data directory.
actor ServerProcess {
    let dataFolder: String
    private let folder: TemporaryFolder
    private var process: Process?
    private var port = 0
    private(set) var startCount = 0

    init() throws {
        folder = try TemporaryFolder()
        dataFolder = folder.file("data")
    }

    /// Everything that was logged and printed, by every process so far.
    var log: [UInt8] { get throws { try folder.read("log") + folder.read("out") } }

    var address: String { "http://127.0.0.1:\(port)" }

    /// Returns when requests are answered. After the first start the port stays the same.
    func start() async throws {
        let starts = try announcements().count
        try launch()
        try await ready(after: starts)
        startCount += 1
    }

    /// Returns at once, while the process is only beginning.
    func launch() throws {
        let process = Process()
        process.executableURL = URL(filePath: BuiltTamga.path)
        process.arguments = [
            "serve", "--data-dir", dataFolder, "--listen", "127.0.0.1:\(port)", "--aes-key",
            "p-256",
        ]
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardOutput = try appending("out")
        process.standardError = try appending("log")
        try process.run()
        self.process = process
    }

    /// SIGKILL: nothing can be tidied up.
    func kill() async throws {
        guard let process else { return }
        Glibc.kill(process.processIdentifier, SIGKILL)
        while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        self.process = nil
    }

    deinit {
        if let process { Glibc.kill(process.processIdentifier, SIGKILL) }
    }

    private func ready(after starts: Int) async throws {
        for _ in 0..<1_000 {
            let lines = try announcements()
            if lines.count > starts, let port = lines.last?.split(separator: ":").last {
                self.port = Int(port) ?? 0
                return
            }
            guard process?.isRunning == true else { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw OutsideTool.Failure("no start: \(try String(decoding: log, as: UTF8.self))")
    }

    private func announcements() throws -> [Substring] {
        guard let out = try? folder.read("out") else { return [] }
        return String(decoding: out, as: UTF8.self).split(separator: "\n")
            .filter { $0.contains("listening on") }
    }

    private func appending(_ name: String) throws -> FileHandle {
        let path = folder.file(name)
        if !FileManager.default.fileExists(atPath: path) { try folder.write([], as: name) }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seekToEnd()
        return file
    }
}
