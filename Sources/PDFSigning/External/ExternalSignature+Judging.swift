import CMS
public import FoundationEssentials
public import PDFCore

extension ExternalSignature {
    /// The signature, fit to be embedded, when nothing speaks against it as of `now`.
    ///
    /// Its cryptography comes first, then its certificate's path, dates, revocation and holder,
    /// then the room: who is told to sign anew would have been taken otherwise.
    ///
    /// - Throws: ``ExternalSignatureProblem`` for the signature's faults; ``SigningError`` or a
    ///   PDFError where the bytes cannot be hashed.
    public func accepted(
        over bytes: BytesToSign, by rules: ExternalRules, at now: Date
    ) throws -> AcceptedSignature {
        let digest = try bytes.digest(by: digestAlgorithm)
        let signer = try signer(over: digest, by: rules, at: now)
        return try AcceptedSignature(container, by: signer, in: bytes.update)
    }

    /// Who signed, when nothing speaks against the signature: for one that stays beside what it
    /// signs, such as an original.
    ///
    /// - Parameter digest: by ``digestAlgorithm``, see ``digest(of:)``.
    public func signer(
        over digest: [UInt8], by rules: ExternalRules, at now: Date
    ) throws(ExternalSignatureProblem) -> CertificateSummary {
        try check(container.verify(messageDigest: digest))
        guard let certificate = container.signerCertificate,
            let summary = CertificateSummary(der: certificate.der)
        else { throw .certificateMissing }
        try check(judgement(of: certificate, under: rules.policy, at: now))
        try rules.business?.check(certificate)
        return summary
    }

    /// What the signature is to be of, hashed in windows by its own ``digestAlgorithm``.
    public func digest(of source: any ByteSource) throws -> [UInt8] {
        guard var digest = RunningDigest(digestAlgorithm) else {
            throw SigningError.unsupportedDigest(digestAlgorithm.rawValue)
        }
        try source.forEachWindow(of: 0..<source.count) { window in digest.update(window) }
        return digest.value
    }

    private func check(_ verdict: SignatureVerdict) throws(ExternalSignatureProblem) {
        // What is wrong with the bytes explains the rest.
        if verdict.problems.contains(.messageDigestDiffers) { throw .otherBytes }
        if let problem = verdict.problems.first { throw ExternalSignatureProblem(problem) }
        for weakness in verdict.weaknesses {
            if let reason = weakness.refusal { throw .weakAlgorithm(reason) }
        }
    }

    private func judgement(
        of certificate: EmbeddedCertificate, under policy: ValidationPolicy, at now: Date
    ) -> CertificateJudgement {
        CertificateJudge(container, policy, at: now).judgement(
            CertificateJudge.Question(certificate: certificate.der, use: .signing, moment: now))
    }

    private func check(_ judgement: CertificateJudgement) throws(ExternalSignatureProblem) {
        for assessment in [judgement.trust, judgement.time, judgement.revocation] {
            if let problem = ExternalSignatureProblem(assessment) { throw problem }
        }
    }
}

extension CertificateJudge {
    /// With what a signature carries and what the policy knows.
    convenience init(_ container: SignedData, _ policy: ValidationPolicy, at now: Date) {
        var pool = CertificatePool()
        policy.anchors.certificates.forEach { pool.add($0) }
        container.certificates.forEach { pool.add($0) }
        policy.evidence.certificates.forEach { pool.add($0) }
        let revocation = RevocationInformation(asOf: now)
        for values in [container.revocationValues, container.signer.archivedRevocation] {
            values.lists.forEach { revocation.addList($0, revision: nil) }
            values.answers.forEach { revocation.addAnswer($0, revision: nil) }
        }
        policy.evidence.revocationLists.forEach { revocation.addList($0, revision: nil) }
        policy.evidence.ocspResponses.forEach { revocation.addAnswer($0, revision: nil) }
        self.init(policy, pool: pool, revocation: revocation)
    }
}
