import Foundation
import TamgaTestKit

/// A folder served over HTTP by Python's own server, on a port that it chooses.
final class PublishedFolder: @unchecked Sendable {
    let address: String
    private let process: Process

    init(_ path: String) async throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", path,
        ]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
        // "Serving HTTP on 127.0.0.1 port 40123 (http://127.0.0.1:40123/) ..."
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = line.split(separator: " ").compactMap({ Int($0) }).first else {
            throw OutsideTool.Failure("python3 serves no folder: \(line)")
        }
        address = "http://127.0.0.1:\(port)"
    }

    deinit { process.terminate() }
}
