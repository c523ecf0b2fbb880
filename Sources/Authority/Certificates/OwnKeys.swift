import Crypto
import Domain

/// The authority's private keys, made on first start and kept in the vault.
struct OwnKeys {
    let root: P384.Signing.PrivateKey
    let issuing: P256.Signing.PrivateKey
    /// Of the server's certification of documents.
    let seal: P256.Signing.PrivateKey
    let timestamping: P256.Signing.PrivateKey

    init(_ vault: KeyVault) throws {
        root = try P384.Signing.PrivateKey(
            derRepresentation: vault.secret("root") {
                Array(P384.Signing.PrivateKey().derRepresentation)
            })
        issuing = try Self.p256("issuing", vault)
        seal = try Self.p256("seal", vault)
        timestamping = try Self.p256("tsa", vault)
    }

    /// By which people tell this server's certificates from another's: part of their names.
    var mark: String {
        hexadecimal(SHA256.hash(data: root.publicKey.derRepresentation).prefix(4))
    }

    private static func p256(
        _ name: String, _ vault: KeyVault
    ) throws -> P256.Signing.PrivateKey {
        try P256.Signing.PrivateKey(
            derRepresentation: vault.secret(name) {
                Array(P256.Signing.PrivateKey().derRepresentation)
            })
    }
}
