import Subprocess
import SystemPackage

/// The openssl command: an outside judge of certificates and signatures.
public enum OpenSSL {
    public struct Answer: Sendable {
        public let succeeded: Bool
        public let output: [UInt8]
        public let complaint: String

        public var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs openssl in a folder of its own that holds `files`; `read` names a file to return as
    /// the output instead of what was printed.
    public static func run(
        _ arguments: [String], files: [String: [UInt8]] = [:], read name: String? = nil
    ) async throws -> Answer {
        let folder = try TemporaryFolder()
        for (file, bytes) in files { try folder.write(bytes, as: file) }

        let result = try await Subprocess.run(
            .name("openssl"), arguments: Arguments(arguments),
            workingDirectory: FilePath(folder.path), output: .bytes(limit: 4 << 20),
            error: .string(limit: 1 << 20))
        let made = try name.map { try folder.read($0) }
        return Answer(
            succeeded: result.terminationStatus.isSuccess, output: made ?? result.standardOutput,
            complaint: result.standardError)
    }
}

extension OpenSSL {
    public static func run(
        _ arguments: String..., files: [String: [UInt8]] = [:], read name: String? = nil
    ) async throws -> Answer {
        try await run(arguments, files: files, read: name)
    }
}
