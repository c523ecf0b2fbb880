public import Letters
import Durability
import FoundationEssentials

/// Letters as files, for a server without SMTP or without a gateway to phones: one JSON file each,
/// named by the letter's id.
public struct MailSpool: Mailer, PhoneMessenger {
    private let folder: String

    /// The folder is made where absent, readable by the owner alone: letters carry secrets.
    public init(folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    public func send(_ letter: Letter) async throws {
        let path = path(of: letter.id)
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        try DurableFile.write(Array(encoder.encode(letter)), to: path)
    }

    public func send(_ message: PhoneMessage) async throws {
        try await send(message.letter)
    }

    /// How many letters lie in a spool, which need not be there.
    public static func letterCount(in folder: String) -> Int {
        (try? names(in: folder).count) ?? 0
    }

    private static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".json") }
    }

    /// All letters, oldest first.
    public func letters() throws -> [Letter] {
        try Self.names(in: folder)
            .map { name in
                let path = "\(folder)/\(name)"
                let written = try FileManager.default.attributesOfItem(atPath: path)
                let bytes = try Data(contentsOf: URL(filePath: path))
                let letter = try JSONDecoder().decode(Letter.self, from: bytes)
                return (written[.modificationDate] as? Date ?? .distantPast, letter)
            }
            .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }
            .map(\.1)
    }

    public func letter(_ id: String) throws -> Letter? {
        try letters().first { $0.id == id }
    }

    private func path(of id: String) -> String { "\(folder)/\(id).json" }
}
