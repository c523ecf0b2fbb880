import CMS
import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import X509

/// A root and a signer's certificate under it, made afresh for a test.
struct PKI {
    enum Kind: String, CaseIterable {
        case p256, p384, rsa2048
    }

    let root: [UInt8]
    let certificate: [UInt8]
    let pkcs8: [UInt8]

    var key: PrivateKey { get throws { try PrivateKey(pkcs8: pkcs8) } }
    var signer: CAdESSigner {
        get throws { try CAdESSigner(certificate: certificate, chain: [], key: key) }
    }

    init(_ kind: Kind, now: Date = Date()) throws {
        let rootKey = P256.Signing.PrivateKey()
        let (publicKey, pkcs8) = try Self.key(kind)
        self.pkcs8 = pkcs8
        let rootName = try DistinguishedName { CommonName("Test Root") }
        root = try Self.certificate(
            .init(rootKey.publicKey), rootName, rootName, rootKey, now,
            Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true))
            })
        certificate = try Self.certificate(
            publicKey, DistinguishedName { CommonName("Подписант") }, rootName, rootKey, now,
            Certificate.Extensions {
                Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
                SubjectKeyIdentifier(hash: publicKey)
            })
    }

    private static func key(_ kind: Kind) throws -> (Certificate.PublicKey, [UInt8]) {
        switch kind {
        case .p256:
            let key = P256.Signing.PrivateKey()
            return (.init(key.publicKey), Array(key.derRepresentation))
        case .p384:
            let key = P384.Signing.PrivateKey()
            return (.init(key.publicKey), Array(key.derRepresentation))
        case .rsa2048:
            let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
            return (.init(key.publicKey), Array(key.pkcs8DERRepresentation))
        }
    }

    private static func certificate(
        _ key: Certificate.PublicKey, _ subject: DistinguishedName, _ issuer: DistinguishedName,
        _ issuerKey: P256.Signing.PrivateKey, _ now: Date, _ extensions: Certificate.Extensions
    ) throws -> [UInt8] {
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key,
            notValidBefore: now - 3600, notValidAfter: now + 86_400, issuer: issuer,
            subject: subject, signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions,
            issuerPrivateKey: .init(issuerKey))
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }

    static func pem(_ type: String, _ der: [UInt8]) -> [UInt8] {
        Array((PEMDocument(type: type, derBytes: der).pemString + "\n").utf8)
    }

    /// The files that openssl signs or verifies with.
    var files: [String: [UInt8]] {
        [
            "root.pem": Self.pem("CERTIFICATE", root),
            "cert.pem": Self.pem("CERTIFICATE", certificate),
            "key.pem": Self.pem("PRIVATE KEY", pkcs8),
            "document": document,
        ]
    }
}

let document = Array("%PDF-1.7 a document".utf8)

func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
