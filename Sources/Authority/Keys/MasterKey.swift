public import Crypto
import Durability
import Foundation

/// The key under which all other keys are kept (the key-encryption key): 32 random bytes in a
/// file of their own, so that it can live apart from the data and its backups.
public struct MasterKey: Sendable {
    let key: SymmetricKey

    public init(_ key: SymmetricKey) {
        self.key = key
    }

    /// Reads the file, or makes it where neither it nor any key kept under it exists.
    public static func open(file: String, isFirstStart: Bool) throws -> MasterKey {
        if FileManager.default.fileExists(atPath: file) {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            guard
                let bytes = Data(
                    base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)),
                bytes.count == 32
            else { throw KeyFault.unreadableMasterKey(file) }
            return MasterKey(SymmetricKey(data: bytes))
        }
        guard isFirstStart else { throw KeyFault.missingMasterKey(file) }
        return try make(file: file)
    }

    private static func make(file: String) throws -> MasterKey {
        let key = SymmetricKey(size: .bits256)
        let text = key.withUnsafeBytes { Data($0).base64EncodedString() } + "\n"
        try DurableFile.write(Array(text.utf8), to: file)
        return MasterKey(key)
    }

    /// A key for one purpose (RFC 5869, the label as info).
    public func derived(_ label: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array("tamga \(label)".utf8), outputByteCount: 32)
    }
}

/// Why the keys cannot be used; each says what to do.
public enum KeyFault: Error, Equatable, CustomStringConvertible {
    case unreadableMasterKey(String)
    case missingMasterKey(String)
    case wrongMasterKey(String)
    case foreignCertificate(String)
    /// Of a sealed key or a certificate; only where none may be made.
    case missingFile(String)

    public var description: String {
        switch self {
        case .unreadableMasterKey(let file):
            "the key file \(file) does not hold 32 bytes in base64; restore it from its backup"
        case .missingMasterKey(let file):
            "the key file \(file) is gone, but keys are kept under it; restore it from its backup"
        case .wrongMasterKey(let file):
            "\(file) cannot be opened: the key file is not the one under which it was kept"
        case .foreignCertificate(let file):
            "\(file) is not the certificate of the key kept beside it; restore both together"
        case .missingFile(let file):
            "\(file) is gone; restore it from its backup"
        }
    }
}
