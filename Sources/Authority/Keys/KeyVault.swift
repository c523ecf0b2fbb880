import Crypto
import Durability
import Foundation

/// Private keys at rest: one file each, AES-256-GCM under the master key, bound to its name as
/// associated data so that one file cannot stand in for another.
public struct KeyVault: Sendable {
    private let folder: String
    private let key: SymmetricKey
    /// Whether nothing may be made: what is not there is then a ``KeyFault``.
    let isReadOnly: Bool
    /// For keys that are derived and never stored.
    public let master: MasterKey

    /// Opens the folder (made where absent, for the owner alone) and its master key.
    public init(folder: String, masterKeyFile: String) throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        self.init(
            folder: folder, isReadOnly: false,
            master: try MasterKey.open(
                file: masterKeyFile, isFirstStart: try !Self.holdsKeys(folder)))
    }

    /// Opens what is there and makes nothing.
    public init(reading folder: String, masterKeyFile: String) throws {
        self.init(
            folder: folder, isReadOnly: true,
            master: try MasterKey.open(file: masterKeyFile, isFirstStart: false))
    }

    private init(folder: String, isReadOnly: Bool, master: MasterKey) {
        self.folder = folder
        self.isReadOnly = isReadOnly
        self.master = master
        key = master.derived("keys at rest")
    }

    /// Whether keys were ever kept in the folder, which need not be there.
    public static func holdsKeys(_ folder: String) throws -> Bool {
        let files = FileManager.default
        guard files.fileExists(atPath: folder) else { return false }
        return try files.contentsOfDirectory(atPath: folder).contains { $0.hasSuffix(suffix) }
    }

    /// The secret of that name, or the one that `make` makes, kept before it is returned.
    func secret(_ name: String, orMake make: () throws -> [UInt8]) throws -> [UInt8] {
        if let secret = try secret(name) { return secret }
        guard !isReadOnly else { throw KeyFault.missingFile(path(name)) }
        let secret = try make()
        let box = try AES.GCM.seal(secret, using: key, authenticating: Array(name.utf8))
        guard let sealed = box.combined else { throw KeyFault.wrongMasterKey(path(name)) }
        try DurableFile.write(Array(sealed), to: path(name))
        return secret
    }

    /// `nil` where there is none; a file that does not open is a ``KeyFault``.
    func secret(_ name: String) throws -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: path(name)) else { return nil }
        let sealed = try Data(contentsOf: URL(filePath: path(name)))
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let secret = try? AES.GCM.open(box, using: key, authenticating: Array(name.utf8))
        else { throw KeyFault.wrongMasterKey(path(name)) }
        return Array(secret)
    }

    private static let suffix = ".sealed"

    private func path(_ name: String) -> String { "\(folder)/\(name)\(Self.suffix)" }
}
