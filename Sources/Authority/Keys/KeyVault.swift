import Crypto
import Durability
import Foundation

/// Private keys at rest: one file each, AES-256-GCM under the master key, bound to its name as
/// associated data so that one file cannot stand in for another.
public struct KeyVault: Sendable {
    private let folder: String
    private let key: SymmetricKey
    /// For keys that are derived and never stored.
    public let master: MasterKey

    /// Opens the folder (made where absent, for the owner alone) and its master key.
    public init(folder: String, masterKeyFile: String) throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let isFirstStart = try !files.contentsOfDirectory(atPath: folder).contains {
            $0.hasSuffix(Self.suffix)
        }
        master = try MasterKey.open(file: masterKeyFile, isFirstStart: isFirstStart)
        key = master.derived("keys at rest")
        self.folder = folder
    }

    /// The secret of that name, or the one that `make` makes, kept before it is returned.
    func secret(_ name: String, orMake make: () throws -> [UInt8]) throws -> [UInt8] {
        if let secret = try secret(name) { return secret }
        let secret = try make()
        let box = try AES.GCM.seal(secret, using: key, authenticating: Array(name.utf8))
        guard let sealed = box.combined else { throw KeyFault.wrongMasterKey(path(name)) }
        try DurableFile.write(Array(sealed), to: path(name))
        return secret
    }

    /// `nil` where there is none; a file that does not open is a ``KeyFault``.
    func secret(_ name: String) throws -> [UInt8]? {
        guard let sealed = FileManager.default.contents(atPath: path(name)) else { return nil }
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let secret = try? AES.GCM.open(box, using: key, authenticating: Array(name.utf8))
        else { throw KeyFault.wrongMasterKey(path(name)) }
        return Array(secret)
    }

    private static let suffix = ".sealed"

    private func path(_ name: String) -> String { "\(folder)/\(name)\(Self.suffix)" }
}
