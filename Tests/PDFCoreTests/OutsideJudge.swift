import Foundation

/// Runs a tool that has an opinion of its own about PDF files.
enum OutsideJudge {
    struct Verdict {
        var status: Int32
        var output: [UInt8]
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// `{}` in the arguments is the path of a file holding `bytes`, `{out}` that of a file to write,
    /// whose bytes are then the output.
    static func run(_ arguments: String..., on bytes: [UInt8] = []) throws -> Verdict {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "in.pdf"), folder.appending(path: "out"))
        try Data(bytes).write(to: input)
        let places = ["{}": input.path, "{out}": output.path]
        var verdict = try run(arguments.map { places[$0] ?? $0 }, in: folder)
        if let written = try? Data(contentsOf: output) { verdict.output = Array(written) }
        return verdict
    }

    private static func run(_ arguments: [String], in folder: URL) throws -> Verdict {
        let printed = folder.appending(path: "printed")
        try Data().write(to: printed)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = try FileHandle(forWritingTo: printed)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Verdict(
            status: process.terminationStatus, output: Array(try Data(contentsOf: printed)))
    }
}

/// The folder of foreign PDF files, if the machine has one.
enum Corpora {
    static let folder = ProcessInfo.processInfo.environment["TAMGA_CORPORA"]

    static func files() -> [URL] {
        guard let folder else { return [] }
        let found = FileManager.default.enumerator(
            at: URL(filePath: folder), includingPropertiesForKeys: nil)
        return (found?.allObjects as? [URL] ?? [])
            .filter { $0.pathExtension == "pdf" }
            .sorted { $0.path < $1.path }
    }
}
