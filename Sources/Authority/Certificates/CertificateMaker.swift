import Crypto
import Domain
import Foundation
import SwiftASN1
import X509

/// Makes certificates: one shape, several profiles.
struct CertificateMaker {
    let issuer: DistinguishedName
    let issuerPublicKey: Certificate.PublicKey
    let issuerKey: Certificate.PrivateKey
    let algorithm: Certificate.SignatureAlgorithm
    /// Told in certificates only where the operator has given the server a public address.
    let addresses: IssuerAddresses?

    /// The DER of a new certificate. `serial` is hexadecimal; times are cut to whole seconds.
    func certificate(
        _ profile: CertificateProfile, serial: String, subject: DistinguishedName,
        key: Certificate.PublicKey, notBefore: Instant, notAfter: Instant
    ) throws -> [UInt8] {
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(bytes: octets(hexadecimal: serial)), publicKey: key,
            notValidBefore: notBefore.date, notValidAfter: notAfter.date, issuer: issuer,
            subject: subject, signatureAlgorithm: algorithm,
            extensions: profile.extensions(
                of: key, issuer: issuerPublicKey, foundAt: addresses),
            issuerPrivateKey: issuerKey)
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }
}

/// The octets of a serial number; what is no pair of digits is passed over.
func octets(hexadecimal text: String) -> [UInt8] {
    let digits = text.compactMap { $0.hexDigitValue.map(UInt8.init) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

extension Instant {
    var date: Date { Date(timeIntervalSince1970: Double(seconds)) }

    init(_ date: Date) {
        self.init(seconds: Int64(date.timeIntervalSince1970))
    }
}

extension CertificateRecord.Issued {
    /// The facts of a certificate, read from its own bytes.
    init(der: [UInt8], commonName: String) throws {
        let certificate = try Certificate(derEncoded: der)
        self.init(
            facts: CertificateFacts(
                serial: hexadecimal(certificate.serialNumber.bytes).uppercased(),
                commonName: commonName,
                thumbprint: hexadecimal(Insecure.SHA1.hash(data: der)).uppercased(),
                notBefore: Instant(certificate.notValidBefore),
                notAfter: Instant(certificate.notValidAfter)), der: der)
    }
}
