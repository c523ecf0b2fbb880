import CMS
import FoundationEssentials

/// Looks for a statement in force on the revocation of a certificate, at hand and elsewhere.
struct RevocationSearch {
    private let source: (any RevocationSource)?
    private let now: Date
    private let lists: [CertificateList]
    private let answers: [OCSPResponse]

    init(
        _ known: ValidationData, source: (any RevocationSource)?, at now: Date
    ) throws(CMSError) {
        self.source = source
        self.now = now
        lists = try known.revocationLists.map { der throws(CMSError) in
            try CertificateList(der: der)
        }
        answers = try known.ocspResponses.map { der throws(CMSError) in
            try OCSPResponse(der: der)
        }
    }

    /// Those at hand first, then an answer, then a list.
    ///
    /// Throws ``SigningError/evidenceMissing(_:)``.
    func statement(
        on certificate: EmbeddedCertificate, from issuer: EmbeddedCertificate
    ) async throws -> ValidationData {
        if let list = lists.first(where: { isUsable($0, for: certificate, issuer) }) {
            return ValidationData(revocationLists: [list.der])
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
            return ValidationData(revocationLists: [list.der])
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
    ) async throws -> ValidationData? {
        guard let response = answer.response(for: certificate, issuer: issuer),
            response.status != .unknown, response.thisUpdate <= now,
            now <= response.nextUpdate ?? now, let signer = answer.signer(for: issuer)
        else { return nil }
        var evidence = ValidationData(ocspResponses: [answer.der])
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
