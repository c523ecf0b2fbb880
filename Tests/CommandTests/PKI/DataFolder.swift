import TamgaTestKit

/// A data directory of a server that never ran: its authority stamps the time.
final class DataFolder: Sendable {
    private let folder: TemporaryFolder

    static let shared = Task { try await DataFolder() }

    var path: String { folder.file("data") }
    var root: String { path + "/keys/root.crt" }
    /// As pyHanko wants it.
    var rootDER: String { folder.file("root.der") }

    private init() async throws {
        folder = try TemporaryFolder()
        let opened = try await Command.run("token", "list", "--data-dir", path)
        guard opened.succeeded else { throw OutsideTool.Failure(opened.errors) }
        let arguments = ["x509", "-in", root, "-outform", "DER", "-out", rootDER]
        let converted = try await OutsideTool.run("openssl", arguments)
        guard converted.succeeded else { throw OutsideTool.Failure(converted.errors) }
    }
}
