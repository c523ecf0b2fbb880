import CMS
import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// Somebody with a key and a certificate.
struct Holder {
    let der: [UInt8]
    let subject: DistinguishedName
    let key: P256.Signing.PrivateKey

    var pem: [UInt8] {
        Array(PEMDocument(type: "CERTIFICATE", derBytes: der).pemString.utf8)
    }

    var embedded: EmbeddedCertificate { get throws { try EmbeddedCertificate(der: der) } }

    func revoked(
        _ moment: Date, _ reason: RevokedCertificate.Reason = .unspecified
    ) throws -> RevokedCertificate {
        RevokedCertificate(
            serialNumber: try embedded.serialNumber, revokedAt: moment, reason: reason)
    }
}

/// What a certificate is to be, as far as it is not ordinary.
struct Profile {
    var validity: ClosedRange<Date> = .ages
    var usages: [ExtendedKeyUsage.Usage] = []
    var isUsageCritical = false
    var extensions: [Certificate.Extension] = []
    /// Nil: not an authority.
    var pathLength: Int??
    var serialNumber: [UInt8]?
    /// Where its revocation is published.
    var listURL: String?

    static func authority(_ length: Int? = nil) -> Profile {
        Profile(pathLength: .some(length))
    }

    static let timestamps = Profile(usages: [.timeStamping], isUsageCritical: true)
}

extension Holder {
    /// A self-signed root.
    static func root(_ name: String, _ profile: Profile = .authority()) throws -> Holder {
        try make(name, profile, by: nil)
    }

    func issue(_ name: String, _ profile: Profile = Profile()) throws -> Holder {
        try Self.make(name, profile, by: self)
    }

    /// An authority's certificate anew, for the same name and key.
    func renew(_ other: Holder, validity: ClosedRange<Date>) throws -> Holder {
        var profile = Profile.authority()
        profile.validity = validity
        return try Self.make("Issuing", profile, by: self, key: other.key)
    }

    private static func make(
        _ name: String, _ profile: Profile, by issuer: Holder?,
        key: P256.Signing.PrivateKey = P256.Signing.PrivateKey()
    ) throws -> Holder {
        let subject = try DistinguishedName { CommonName(name) }
        let serial =
            profile.serialNumber ?? [1] + (0..<15).map { _ in UInt8.random(in: 0...255) }
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(bytes: serial),
            publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: profile.validity.lowerBound, notValidAfter: profile.validity.upperBound,
            issuer: issuer?.subject ?? subject, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: try profile.all,
            issuerPrivateKey: Certificate.PrivateKey(issuer?.key ?? key))
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return Holder(der: serializer.serializedBytes, subject: subject, key: key)
    }
}

extension Profile {
    fileprivate var all: Certificate.Extensions {
        get throws {
            var all = try Certificate.Extensions {
                if let pathLength {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: pathLength))
                    Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                } else {
                    Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
                }
            }
            if !usages.isEmpty {
                var usage = try Certificate.Extension(try ExtendedKeyUsage(usages), critical: false)
                usage.critical = isUsageCritical
                try all.append(usage)
            }
            if let listURL { try all.append(Self.distributionPoint(listURL)) }
            for one in extensions { try all.append(one) }
            return all
        }
    }

    /// RFC 5280 §4.2.1.13: [0] { [0] { [6] URL } }.
    private static func distributionPoint(_ url: String) throws -> Certificate.Extension {
        let name = [0x86, UInt8(url.utf8.count)] + Array(url.utf8)
        let full = [0xA0, UInt8(name.count)] + name
        let point = [0xA0, UInt8(full.count)] + full
        let sequence = [0x30, UInt8(point.count)] + point
        return Certificate.Extension(
            oid: [2, 5, 29, 31], critical: false,
            value: ArraySlice([0x30, UInt8(sequence.count)] + sequence))
    }
}
