public import Crypto
import FoundationEssentials
import SwiftASN1
public import X509

/// A little certification path made anew for a test: root, issuing authority, leaves, all P-256.
public struct TestPKI: Sendable {
    /// One certificate with the key that belongs to it.
    public struct Holder: Sendable {
        public let certificate: Certificate
        public let key: P256.Signing.PrivateKey

        /// The certificate's DER.
        public var der: [UInt8] {
            get throws {
                var serializer = DER.Serializer()
                try serializer.serialize(certificate)
                return serializer.serializedBytes
            }
        }
    }

    public let root: Holder
    public let issuing: Holder

    public init() throws {
        root = try Self.issue("Test Root", from: nil, extensions: Self.authority(pathLength: 1))
        issuing = try Self.issue(
            "Test Issuing Authority", from: root, extensions: Self.authority(pathLength: 0))
    }

    /// A leaf fit to sign documents.
    public func leaf(_ name: String) throws -> Holder {
        try Self.issue(name, from: issuing, extensions: Self.signer())
    }

    /// A leaf fit to sign timestamps and nothing else (RFC 3161 §2.3).
    public func timestamper(_ name: String) throws -> Holder {
        let extensions = try Certificate.Extensions {
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true))
            Critical(try ExtendedKeyUsage([.timeStamping]))
        }
        return try Self.issue(name, from: issuing, extensions: extensions)
    }

    private static func authority(pathLength: Int) throws -> Certificate.Extensions {
        try Certificate.Extensions {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: pathLength))
            Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        }
    }

    private static func signer() throws -> Certificate.Extensions {
        try Certificate.Extensions {
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
        }
    }

    /// 127 random bits: twenty octets with the top bit set would be one octet more than RFC 5280
    /// §4.1.2.2 allows, and NSS refuses such certificates.
    private static func serialNumber() -> Certificate.SerialNumber {
        Certificate.SerialNumber(
            bytes: [UInt8.random(in: 1...127)] + (0..<15).map { _ in UInt8.random(in: 0...255) })
    }

    private static func issue(
        _ name: String, from issuer: Holder?, extensions: Certificate.Extensions
    ) throws -> Holder {
        let key = P256.Signing.PrivateKey()
        let subject = try DistinguishedName { CommonName(name) }
        let certificate = try Certificate(
            version: .v3, serialNumber: serialNumber(),
            publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: Date(timeIntervalSince1970: 1_577_836_800),  // 2020-01-01
            notValidAfter: Date(timeIntervalSince1970: 2_367_014_400),  // 2045-01-03
            issuer: issuer?.certificate.subject ?? subject, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions,
            issuerPrivateKey: Certificate.PrivateKey(issuer?.key ?? key))
        return Holder(certificate: certificate, key: key)
    }
}
