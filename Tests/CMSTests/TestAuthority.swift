import CMS
import Crypto
import Foundation
import SwiftASN1
import X509

/// An authority with its own key that issues certificates for every purpose a test needs.
struct TestAuthority {
    /// A certificate with its key.
    struct Holder {
        let der: [UInt8]
        let pkcs8: [UInt8]

        var key: PrivateKey { get throws { try PrivateKey(pkcs8: pkcs8) } }
        var certificate: EmbeddedCertificate { get throws { try EmbeddedCertificate(der: der) } }

        /// Two files by which openssl knows it: NAME.pem and NAME-key.pem.
        func files(_ name: String) -> [String: [UInt8]] {
            [
                "\(name).pem": PKI.pem("CERTIFICATE", der),
                "\(name)-key.pem": PKI.pem("PRIVATE KEY", pkcs8),
            ]
        }
    }

    let holder: Holder
    private let name: DistinguishedName
    private let issuerKey: Certificate.PrivateKey

    var certificate: EmbeddedCertificate { get throws { try holder.certificate } }

    init(_ commonName: String = "Test Authority", p384: Bool = false) throws {
        name = try DistinguishedName { CommonName(commonName) }
        let publicKey: Certificate.PublicKey
        let pkcs8: [UInt8]
        if p384 {
            let key = P384.Signing.PrivateKey()
            (issuerKey, publicKey, pkcs8) = (
                .init(key), .init(key.publicKey), Array(key.derRepresentation)
            )
        } else {
            let key = P256.Signing.PrivateKey()
            (issuerKey, publicKey, pkcs8) = (
                .init(key), .init(key.publicKey), Array(key.derRepresentation)
            )
        }
        let der = try Self.issue(
            publicKey, subject: name, issuer: name, issuerKey,
            Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: publicKey)
            })
        holder = Holder(der: der, pkcs8: pkcs8)
    }

    /// A leaf for signing documents, or for what the extensions say.
    func leaf(
        _ commonName: String = "Leaf", now: Date = Date(),
        extensions: Certificate.Extensions? = nil
    ) throws -> Holder {
        let key = P256.Signing.PrivateKey()
        let usual = try Certificate.Extensions { Critical(KeyUsage(digitalSignature: true)) }
        let der = try Self.issue(
            .init(key.publicKey), subject: DistinguishedName { CommonName(commonName) },
            issuer: name, issuerKey, extensions ?? usual, now: now)
        return Holder(der: der, pkcs8: Array(key.derRepresentation))
    }

    /// A leaf for timestamps.
    func timestamping(isCritical: Bool = true) throws -> Holder {
        let usage = try ExtendedKeyUsage([.timeStamping])
        return try leaf(
            "Time",
            extensions: Certificate.Extensions {
                Critical(KeyUsage(digitalSignature: true))
                if isCritical { Critical(usage) } else { usage }
            })
    }

    /// A leaf for OCSP answers, whose own revocation need not be asked for.
    func responder(_ purpose: ExtendedKeyUsage.Usage = .ocspSigning, now: Date = Date()) throws
        -> Holder
    {
        let usage = try ExtendedKeyUsage([purpose])
        return try leaf(
            "Responder", now: now,
            extensions: Certificate.Extensions {
                usage
                Certificate.Extension(
                    oid: [1, 3, 6, 1, 5, 5, 7, 48, 1, 5], critical: false, value: [5, 0])
            })
    }

    private static func issue(
        _ key: Certificate.PublicKey, subject: DistinguishedName, issuer: DistinguishedName,
        _ issuerKey: Certificate.PrivateKey, _ extensions: Certificate.Extensions,
        now: Date = Date()
    ) throws -> [UInt8] {
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key, notValidBefore: now - 3600,
            notValidAfter: now + 86_400, issuer: issuer, subject: subject, extensions: extensions,
            issuerPrivateKey: issuerKey)
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }
}
