public import CMS
public import FoundationEssentials

/// Gathers what validating signatures will need when authorities answer no more: the certificates
/// up to the root, and for each below it a statement on its revocation (EN 319 142-1 §5.4.2).
///
/// What was found for one signature is kept for the next, so that a shared chain is walked once.
public struct EvidenceCollector {
    /// Issuers, lists and answers at hand, used before anything is fetched.
    public let known: ValidationEvidence
    private let source: (any RevocationSource)?
    private let now: Date
    private var pool: CertificatePool
    private let lists: [CertificateList]
    private let answers: [OCSPResponse]
    /// What each certificate needs, its issuers' share included.
    private var found: [EmbeddedCertificate: ValidationEvidence] = [:]

    /// No honest path is longer.
    private static let longestPath = 10

    /// - Parameters:
    ///   - source: where the addresses in certificates are asked; nil stays offline.
    ///   - now: statements that are not in force at this time are not used.
    /// - Throws: `CMSError` for values at hand that cannot be read.
    public init(
        known: ValidationEvidence = ValidationEvidence(), source: (any RevocationSource)? = nil,
        at now: Date
    ) throws(CMSError) {
        self.known = known
        self.source = source
        self.now = now
        pool = try CertificatePool(known.certificates)
        lists = try known.revocationLists.map { der throws(CMSError) in
            try CertificateList(der: der)
        }
        answers = try known.ocspResponses.map { der throws(CMSError) in
            try OCSPResponse(der: der)
        }
    }

    /// What a signature needs, the authorities of its timestamps included.
    ///
    /// Throws ``SigningError/evidenceMissing(_:)`` where nobody tells an issuer or whether a
    /// certificate is revoked.
    public mutating func evidence(for container: SignedData) async throws -> ValidationEvidence {
        pool.add(container.certificates)
        var evidence = ValidationEvidence()
        if let signer = container.signerCertificate {
            evidence.merge(try await self.evidence(for: signer))
        }
        for der in container.signer.timestampTokens {
            evidence.merge(try await self.evidence(for: SignedData(der: der)))
        }
        return evidence
    }

    /// What a certificate needs.
    public mutating func evidence(
        for certificate: EmbeddedCertificate
    ) async throws -> ValidationEvidence {
        if let known = found[certificate] { return known }
        var evidence = ValidationEvidence()
        var next: EmbeddedCertificate? = certificate
        for _ in 0..<Self.longestPath {
            guard let current = next else { break }
            evidence.certificates.append(current.der)
            next = try await issuer(of: current)
            if let issuer = next {
                evidence.merge(try await statement(on: current, from: issuer))
            }
        }
        found[certificate] = evidence
        return evidence
    }

    /// Nil for a root.
    private mutating func issuer(
        of certificate: EmbeddedCertificate
    ) async throws -> EmbeddedCertificate? {
        guard !certificate.isIssued(by: certificate) else { return nil }
        if let issuer = pool.issuer(of: certificate) { return issuer }
        for address in certificate.issuerAddresses {
            guard let der = try? await source?.certificate(at: address),
                let issuer = try? EmbeddedCertificate(der: der), certificate.isIssued(by: issuer)
            else { continue }
            pool.add([issuer])
            return issuer
        }
        throw SigningError.evidenceMissing("the issuer of \(certificate.words)")
    }
}

extension EvidenceCollector {
    /// A list or an answer in force: those at hand first, then an answer, then a list.
    private func statement(
        on certificate: EmbeddedCertificate, from issuer: EmbeddedCertificate
    ) async throws -> ValidationEvidence {
        if let list = lists.first(where: { isUsable($0, for: certificate, issuer) }) {
            return ValidationEvidence(revocationLists: [list.der])
        }
        for answer in answers {
            if let evidence = try await use(answer, for: certificate, issuer) { return evidence }
        }
        for address in certificate.answerAddresses {
            let request = try OCSPRequest(certificate: certificate, issuer: issuer, nonce: nil)
            guard let der = try? await source?.ocspResponse(to: request.der, from: address),
                let answer = try? OCSPResponse(der: der),
                let evidence = try await use(answer, for: certificate, issuer)
            else { continue }
            return evidence
        }
        if let list = await fetchedList(on: certificate, from: issuer) {
            return ValidationEvidence(revocationLists: [list.der])
        }
        throw SigningError.evidenceMissing("whether \(certificate.words) is revoked")
    }

    private func fetchedList(
        on certificate: EmbeddedCertificate, from issuer: EmbeddedCertificate
    ) async -> CertificateList? {
        for address in certificate.listAddresses {
            guard let der = try? await source?.revocationList(at: address),
                let list = try? CertificateList(der: der), isUsable(list, for: certificate, issuer)
            else { continue }
            return list
        }
        return nil
    }

    private func isUsable(
        _ list: CertificateList, for certificate: EmbeddedCertificate,
        _ issuer: EmbeddedCertificate
    ) -> Bool {
        list.covers(certificate) && list.thisUpdate <= now && now <= list.nextUpdate ?? now
            && list.isSigned(by: issuer)
    }

    /// The answer with what its own signer needs; nil if it does not help.
    private func use(
        _ answer: OCSPResponse, for certificate: EmbeddedCertificate,
        _ issuer: EmbeddedCertificate
    ) async throws -> ValidationEvidence? {
        guard let response = answer.response(for: certificate, issuer: issuer),
            response.status != .unknown, response.thisUpdate <= now,
            now <= response.nextUpdate ?? now, let signer = answer.signer(for: issuer)
        else { return nil }
        var evidence = ValidationEvidence(ocspResponses: [answer.der])
        guard case .delegate(let responder) = signer else { return evidence }
        evidence.certificates.append(responder.der)
        // An answer about the responder would be signed by the responder itself: only a list helps.
        if !responder.hasNoCheck {
            guard let list = await listAtHand(on: responder, from: issuer) else { return nil }
            evidence.revocationLists.append(list.der)
        }
        return evidence
    }

    private func listAtHand(
        on certificate: EmbeddedCertificate, from issuer: EmbeddedCertificate
    ) async -> CertificateList? {
        if let list = lists.first(where: { isUsable($0, for: certificate, issuer) }) {
            return list
        }
        return await fetchedList(on: certificate, from: issuer)
    }
}

extension ValidationEvidence {
    /// Adds what is not there yet.
    mutating func merge(_ other: ValidationEvidence) {
        certificates += other.certificates.filter { !certificates.contains($0) }
        revocationLists += other.revocationLists.filter { !revocationLists.contains($0) }
        ocspResponses += other.ocspResponses.filter { !ocspResponses.contains($0) }
    }
}
