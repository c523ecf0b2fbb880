import BenchmarkKit
import Foundation

/// A real `tamga serve` on a temporary data directory, and what the kernel says of it.
final class ServerUnderTest {
    let base: String
    let token: String
    private let process = Process()
    private let folder: URL
    private let environment: [String: String]

    /// SQLite's file.
    var database: String { folder.appending(path: "data/tamga.sqlite").path }

    init(environment extra: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "tamga-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var environment = ProcessInfo.processInfo.environment
        environment["TAMGA_DATA_DIR"] = folder.appending(path: "data").path
        for arguments in [
            ["user", "add", "--email", "author@example.org", "--name", "Петров Пётр"]
        ] {
            _ = try Command.output(Self.tamga, arguments, environment)
        }
        token = try Command.output(
            Self.tamga,
            [
                "token", "issue", "--user", "author@example.org", "--name", "bench",
                "--permission", "accountDocuments",
            ], environment)
        environment.merge(extra) { $1 }
        self.environment = environment
        let pipe = Pipe()
        process.executableURL = URL(filePath: Self.tamga)
        process.arguments = ["serve", "--listen", "127.0.0.1:0"]
        process.environment = environment
        process.standardOutput = pipe
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        try process.run()
        let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        guard let url = line.split(whereSeparator: \.isWhitespace).last else {
            throw BenchmarkFailure("the server did not start: \(line)")
        }
        base = url.hasSuffix("/") ? String(url.dropLast()) : String(url)
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Peak resident memory since `resetPeak`, in MiB; the server's process alone.
    func peak() throws -> Double { try memory("VmHWM") }
    func resident() throws -> Double { try memory("VmRSS") }

    func resetPeak() throws {
        try Data("5".utf8).write(to: URL(filePath: "/proc/\(process.processIdentifier)/clear_refs"))
    }

    private func memory(_ key: String) throws -> Double {
        let status = try String(
            contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(key) }
        let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap {
            Double($0)
        }
        return (number ?? 0) / 1024
    }

    /// Runs curl with the token; returns what it prints.
    @discardableResult
    func curl(_ arguments: [String]) throws -> String {
        try Command.output(
            "/usr/bin/curl", ["-sS", "-H", "Authorization: Bearer \(token)"] + arguments,
            ProcessInfo.processInfo.environment)
    }

    /// Runs a command on the server's data; returns what it prints.
    func command(_ arguments: String...) throws -> String {
        try Command.output(Self.tamga, arguments, environment)
    }

    /// Of a new program on the SignOK wire.
    func clientToken() throws -> String {
        let pair = try Self.fields(command("client", "issue", "--account", "default"))
        let answer = try Command.output(
            "/usr/bin/curl",
            [
                "-sS", "-u", "\(pair["api_id"] ?? ""):\(pair["api_secret"] ?? "")", "-d",
                "grant_type=password&username=api&password=nopassword", "\(base)/oauth/token",
            ], ProcessInfo.processInfo.environment)
        guard let token = try Self.fields(answer)["access_token"] else {
            throw BenchmarkFailure(answer)
        }
        return token
    }

    private static func fields(_ text: String) throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return (object as? [String: Any] ?? [:]).compactMapValues { $0 as? String }
    }

    func createDocument() throws -> String {
        let answer = try curl([
            "-H", "Content-Type: application/json", "-d", Self.newDocument, "\(base)/v1/documents",
        ])
        let fields = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
        guard let id = fields?["documentID"] as? String else { throw BenchmarkFailure(answer) }
        return id
    }

    static let newDocument = """
        {"name":"Договор","signers":[{"lastName":"Иванов","firstName":"Иван","email":"a@example.org"}]}
        """

    /// Requests per second by wrk with so many connections.
    func rate(
        _ path: String, connections: Int, script: String? = nil, token other: String? = nil
    ) throws -> Double {
        var arguments = ["-t1", "-c\(connections)", "-d4s"]
        arguments += ["-H", "Authorization: Bearer \(other ?? token)"]
        if let script {
            let file = folder.appending(path: "wrk.lua")
            try Data(script.utf8).write(to: file)
            arguments += ["-s", file.path]
        }
        let report = try Command.output(
            "/usr/bin/wrk", arguments + [base + path], ProcessInfo.processInfo.environment)
        let lines = report.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        if let failed = lines.first(where: { $0.hasPrefix("Non-2xx") }) {
            throw BenchmarkFailure(failed)
        }
        guard let line = lines.first(where: { $0.hasPrefix("Requests/sec:") }),
            let rate = line.split(separator: " ").last.flatMap({ Double($0) })
        else { throw BenchmarkFailure(report) }
        return rate
    }

    private static var tamga: String {
        ProcessInfo.processInfo.environment["TAMGA_BINARY"] ?? ".build/release/tamga"
    }
}
