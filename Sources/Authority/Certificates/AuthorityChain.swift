import CMS
import Crypto
import Domain
import Durability
import Foundation
import SwiftASN1
import X509

/// The authority's own certificates and keys: root, issuing CA, and the server's seal. Made on
/// first start; every key lies in the vault, every certificate beside it in PEM.
struct AuthorityChain {
    let root: [UInt8]
    let issuing: [UInt8]
    let seal: [UInt8]
    let sealKey: PrivateKey
    let maker: CertificateMaker
    /// Until when the issuing CA may vouch for anything.
    let end: Instant

    private static let years: Int64 = 365 * 86_400

    init(folder: String, vault: KeyVault, randomness: any Randomness, at now: Instant) throws {
        let rootKey = try P384.Signing.PrivateKey(
            derRepresentation: vault.secret("root") {
                Array(P384.Signing.PrivateKey().derRepresentation)
            })
        let issuingKey = try P256.Signing.PrivateKey(derRepresentation: Self.p256(vault, "issuing"))
        let sealKey = try P256.Signing.PrivateKey(derRepresentation: Self.p256(vault, "seal"))
        let mark = hexadecimal(SHA256.hash(data: rootKey.publicKey.derRepresentation).prefix(4))
        let (rootName, issuingName) = (
            try Self.name("Tamga Root CA \(mark)"), try Self.name("Tamga Issuing CA \(mark)")
        )
        let byRoot = CertificateMaker(
            issuer: rootName, issuerPublicKey: .init(rootKey.publicKey),
            issuerKey: .init(rootKey), algorithm: .ecdsaWithSHA384)
        maker = CertificateMaker(
            issuer: issuingName, issuerPublicKey: .init(issuingKey.publicKey),
            issuerKey: .init(issuingKey), algorithm: .ecdsaWithSHA256)
        let files = CertificateFiles(folder: folder)
        root = try files.certificate("root", of: .init(rootKey.publicKey)) {
            try byRoot.certificate(
                .root, serial: randomness.certificateSerial(), subject: rootName,
                key: .init(rootKey.publicKey), notBefore: now,
                notAfter: now.adding(seconds: 35 * Self.years))
        }
        issuing = try files.certificate("issuing", of: .init(issuingKey.publicKey)) {
            try byRoot.certificate(
                .issuing, serial: randomness.certificateSerial(), subject: issuingName,
                key: .init(issuingKey.publicKey), notBefore: now,
                notAfter: now.adding(seconds: 30 * Self.years))
        }
        let end = Instant(try Certificate(derEncoded: issuing).notValidAfter)
        let maker = maker
        seal = try files.certificate("seal", of: .init(sealKey.publicKey)) {
            try maker.certificate(
                .seal, serial: randomness.certificateSerial(),
                subject: Self.name("Tamga document seal \(mark)"),
                key: .init(sealKey.publicKey), notBefore: now, notAfter: end)
        }
        self.end = end
        self.sealKey = PrivateKey(sealKey)
    }

    private static func p256(_ vault: KeyVault, _ name: String) throws -> [UInt8] {
        try vault.secret(name) { Array(P256.Signing.PrivateKey().derRepresentation) }
    }

    static func name(_ commonName: String) throws -> DistinguishedName {
        try DistinguishedName { CommonName(commonName) }
    }
}

/// The authority's certificates as PEM files, for administrators to hand out.
private struct CertificateFiles {
    let folder: String

    /// The DER of the certificate of that name, or of the one that `make` makes. One of another
    /// key is a ``KeyFault``: nothing that it vouched for would be found valid.
    func certificate(
        _ name: String, of key: Certificate.PublicKey, orMake make: () throws -> [UInt8]
    ) throws -> [UInt8] {
        let path = "\(folder)/\(name).crt"
        if let text = try? String(contentsOfFile: path, encoding: .utf8) {
            guard let certificate = try? Certificate(pemEncoded: text), certificate.publicKey == key
            else { throw KeyFault.foreignCertificate(path) }
            return try PEMDocument(pemString: text).derBytes
        }
        let der = try make()
        let text = PEMDocument(type: "CERTIFICATE", derBytes: der).pemString + "\n"
        try DurableFile.write(Array(text.utf8), to: path)
        return der
    }
}
