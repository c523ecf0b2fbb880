public import CMS
public import FoundationEssentials

/// Gathers what validating signatures will need when authorities answer no more: the certificates
/// up to the root, and for each below it a statement on its revocation (EN 319 142-1 §5.4.2).
///
/// What was found for one signature is kept for the next, so that a shared chain is walked once.
public struct EvidenceCollector {
    private let source: (any RevocationSource)?
    private let search: RevocationSearch
    private var issuers: IssuerShelf
    /// What each certificate needs, its issuers' share included.
    private var found: [EmbeddedCertificate: ValidationData] = [:]

    /// No honest path is longer.
    private static let longestPath = 10

    /// - Parameters:
    ///   - known: issuers, lists and answers at hand, used before anything is fetched.
    ///   - source: where the addresses in certificates are asked; nil stays offline.
    ///   - now: statements that are not in force at this time are not used.
    /// - Throws: `CMSError` for values at hand that cannot be read.
    public init(
        known: ValidationData = ValidationData(), source: (any RevocationSource)? = nil,
        at now: Date
    ) throws(CMSError) {
        self.source = source
        issuers = try IssuerShelf(known.certificates)
        search = try RevocationSearch(known, source: source, at: now)
    }

    /// What a signature needs, the authorities of its timestamps included.
    ///
    /// Throws ``SigningError/evidenceMissing(_:)`` where nobody tells an issuer or whether a
    /// certificate is revoked.
    public mutating func evidence(for container: SignedData) async throws -> ValidationData {
        var evidence = try await ownEvidence(for: container)
        for der in container.signer.timestampTokens {
            evidence.merge(try await ownEvidence(for: SignedData(der: der)))
        }
        return evidence
    }

    /// Of the signer alone: what a timestamp itself may have been stamped with proves nothing more.
    private mutating func ownEvidence(
        for container: SignedData
    ) async throws -> ValidationData {
        issuers.add(container.certificates)
        guard let signer = container.signerCertificate else {
            throw SigningError.evidenceMissing("the signer's certificate")
        }
        return try await evidence(for: signer)
    }

    /// What a certificate needs.
    public mutating func evidence(
        for certificate: EmbeddedCertificate
    ) async throws -> ValidationData {
        try await evidence(for: certificate, depth: 0)
    }

    private mutating func evidence(
        for certificate: EmbeddedCertificate, depth: Int
    ) async throws -> ValidationData {
        if let known = found[certificate] { return known }
        guard depth < Self.longestPath else {
            throw SigningError.evidenceMissing("an end of the path above \(certificate.words)")
        }
        var evidence = ValidationData(certificates: [certificate.der])
        if let issuer = try await issuer(of: certificate) {
            evidence.merge(try await search.statement(on: certificate, from: issuer))
            evidence.merge(try await self.evidence(for: issuer, depth: depth + 1))
        }
        found[certificate] = evidence
        return evidence
    }

    /// Nil for a root.
    private mutating func issuer(
        of certificate: EmbeddedCertificate
    ) async throws -> EmbeddedCertificate? {
        guard !certificate.isIssued(by: certificate) else { return nil }
        if let issuer = issuers.issuer(of: certificate) { return issuer }
        for address in certificate.issuerAddresses {
            guard let der = try? await source?.certificate(at: address),
                let issuer = try? EmbeddedCertificate(der: der), certificate.isIssued(by: issuer)
            else { continue }
            issuers.add([issuer])
            return issuer
        }
        throw SigningError.evidenceMissing("the issuer of \(certificate.words)")
    }
}

extension ValidationData {
    /// Adds what is not there yet.
    mutating func merge(_ other: ValidationData) {
        certificates += other.certificates.filter { !certificates.contains($0) }
        revocationLists += other.revocationLists.filter { !revocationLists.contains($0) }
        ocspResponses += other.ocspResponses.filter { !ocspResponses.contains($0) }
    }
}
