import CMS
import Crypto
import Domain
import Foundation
import SwiftASN1
import X509

/// The authority's own certificates: root, issuing CA, the server's seal and its time-stamping
/// authority. Made on first start; every key lies in the vault, every certificate beside it in PEM.
struct AuthorityChain {
    let root: [UInt8]
    let issuing: [UInt8]
    let seal: [UInt8]
    let timestamping: [UInt8]
    let keys: OwnKeys
    let maker: CertificateMaker
    /// Until when the issuing CA may vouch for anything.
    let end: Instant

    private static let years: Int64 = 365 * 86_400

    /// - Parameter addresses: told in the certificates that are made; `nil` where the operator
    ///   has given the server no public address.
    init(
        folder: String, vault: KeyVault, addresses: PublicAddresses?,
        randomness: any Randomness, at now: Instant
    ) throws {
        let keys = try OwnKeys(vault)
        let start = FirstStart(
            files: CertificateFiles(folder: folder, isReadOnly: vault.isReadOnly), mark: keys.mark,
            randomness: randomness, now: now)
        let byRoot = try start.root(keys, addresses)
        let byIssuing = try start.issuing(keys, addresses)
        root = try start.certificate(
            "root", .root, of: .init(keys.root.publicKey), by: byRoot,
            until: now.adding(seconds: 35 * Self.years))
        issuing = try start.certificate(
            "issuing", .issuing, of: .init(keys.issuing.publicKey), by: byRoot,
            until: now.adding(seconds: 30 * Self.years))
        end = Instant(try Certificate(derEncoded: issuing).notValidAfter)
        seal = try start.certificate(
            "seal", .seal, of: .init(keys.seal.publicKey), by: byIssuing, until: end)
        timestamping = try start.certificate(
            "tsa", .timestamping, of: .init(keys.timestamping.publicKey), by: byIssuing,
            until: end)
        maker = byIssuing
        self.keys = keys
    }

    func certificate(of issuer: CertificateIssuer) -> [UInt8] {
        switch issuer {
        case .root: root
        case .issuing: issuing
        }
    }

    /// The serials of certificates that stand for the server itself, with their issuers.
    var ownSerials: [String: CertificateIssuer] {
        get throws {
            [
                try Self.serial(issuing): .root,
                try Self.serial(seal): .issuing,
                try Self.serial(timestamping): .issuing,
            ]
        }
    }

    private static func serial(_ der: [UInt8]) throws -> String {
        hexadecimal(try Certificate(derEncoded: der).serialNumber.bytes).uppercased()
    }

    static func name(_ commonName: String) throws -> DistinguishedName {
        try DistinguishedName { CommonName(commonName) }
    }
}

/// Makes what the first start has to make, and finds it at the next.
private struct FirstStart {
    let files: CertificateFiles
    let mark: String
    let randomness: any Randomness
    let now: Instant

    func certificate(
        _ file: String, _ profile: CertificateProfile, of key: Certificate.PublicKey,
        by maker: CertificateMaker, until end: Instant
    ) throws -> [UInt8] {
        try files.certificate(file, of: key) {
            try maker.certificate(
                profile, serial: randomness.certificateSerial(), subject: name(profile),
                key: key, notBefore: now, notAfter: end)
        }
    }

    func root(_ keys: OwnKeys, _ addresses: PublicAddresses?) throws -> CertificateMaker {
        CertificateMaker(
            issuer: try name(.root), issuerPublicKey: .init(keys.root.publicKey),
            issuerKey: .init(keys.root), algorithm: .ecdsaWithSHA384,
            addresses: addresses.map { IssuerAddresses($0, of: .root) })
    }

    func issuing(_ keys: OwnKeys, _ addresses: PublicAddresses?) throws -> CertificateMaker {
        CertificateMaker(
            issuer: try name(.issuing), issuerPublicKey: .init(keys.issuing.publicKey),
            issuerKey: .init(keys.issuing), algorithm: .ecdsaWithSHA256,
            addresses: addresses.map { IssuerAddresses($0, of: .issuing) })
    }

    private func name(_ profile: CertificateProfile) throws -> DistinguishedName {
        try AuthorityChain.name("\(profile.title) \(mark)")
    }
}

extension CertificateProfile {
    fileprivate var title: String {
        switch self {
        case .root: "Tamga Root CA"
        case .issuing: "Tamga Issuing CA"
        case .seal: "Tamga document seal"
        case .timestamping: "Tamga time-stamping authority"
        case .simpleSignature(let contact), .personalSignature(let contact): contact.text
        }
    }
}
