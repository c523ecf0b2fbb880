import Crypto
public import Domain
import X509

/// The server's own certificate authority.
public struct TamgaAuthority: CertificateAuthority {
    /// Keys that people keep.
    public enum KeptKey: Sendable {
        case rsa2048, p256
    }

    let chain: AuthorityChain
    public let ownSerials: [String: CertificateIssuer]
    private let keptKeys: any KeySource

    /// Opens the authority, making its keys and certificates on first start, if the vault may.
    ///
    /// - Parameter addresses: where lists and certificates of issuers are told to lie; `nil`
    ///   where the operator has not said by which address the server is known.
    /// - Throws: ``KeyFault`` where the vault's keys do not open.
    public init(
        folder: String, vault: KeyVault, keptKey: KeptKey, addresses: PublicAddresses? = nil,
        randomness: any Randomness, at now: Instant
    ) throws {
        chain = try AuthorityChain(
            folder: folder, vault: vault, addresses: addresses, randomness: randomness, at: now)
        ownSerials = try chain.ownSerials
        keptKeys =
            switch keptKey {
            case .rsa2048: RSAKeyPool()
            case .p256: P256Source()
            }
    }

    public func issueForSigning(
        _ intent: CertificateRecord, name: PersonName, at now: Instant
    ) async throws -> Credential {
        let key = P256.Signing.PrivateKey()
        return try issue(
            intent, key: .init(key.publicKey), pkcs8: Array(key.derRepresentation), at: now)
    }

    public func issueForKeeping(
        _ intent: CertificateRecord, at now: Instant
    ) async throws -> Credential {
        let key = try await keptKeys.next()
        return try issue(intent, key: key.publicKey, pkcs8: key.pkcs8, at: now)
    }

    public func credential(
        _ certificate: CertificateRecord.Issued, presentedKey: String
    ) -> Credential? {
        guard let key = PresentedKey(presentedKey), key.belongs(to: certificate.der) else {
            return nil
        }
        return Credential(certificate: certificate, privateKey: key.pkcs8)
    }

    public func certificate(of issuer: CertificateIssuer) -> [UInt8] {
        chain.certificate(of: issuer)
    }

    private func issue(
        _ intent: CertificateRecord, key: Certificate.PublicKey, pkcs8: [UInt8], at now: Instant
    ) throws -> Credential {
        let der = try chain.maker.certificate(
            intent.profile, serial: intent.serial,
            subject: AuthorityChain.name(intent.commonName), key: key, notBefore: now,
            notAfter: end(of: intent.purpose, from: now))
        return Credential(
            certificate: try .init(der: der, commonName: intent.commonName), privateKey: pkcs8)
    }

    /// A simple signature must outlive its key by many years; a personal certificate lasts one.
    private func end(of purpose: CertificateRecord.Purpose, from now: Instant) -> Instant {
        switch purpose {
        case .oneTime: chain.end
        case .personal: min(now.adding(seconds: 365 * 86_400), chain.end)
        }
    }
}

extension CertificateRecord {
    fileprivate var profile: CertificateProfile {
        switch purpose {
        case .oneTime: .simpleSignature(of: contact)
        case .personal: .personalSignature(of: contact)
        }
    }
}
