import CMS
public import FoundationEssentials
public import PDFCore

extension ValidationReport {
    /// Reads a file and judges its signatures as of a moment, with nothing but what is given.
    ///
    /// - Parameters:
    ///   - now: the time of validation; a certificate must be valid then, unless something proves
    ///     that its signature is older.
    public init(
        of source: any ByteSource, under policy: ValidationPolicy, at now: Date,
        limits: PDFLimits = PDFLimits()
    ) {
        self.init(VerificationReport(of: source, limits: limits), under: policy, at: now)
    }

    /// Judges what a verification has found.
    public init(_ report: VerificationReport, under policy: ValidationPolicy, at now: Date) {
        self.init(Validation(report, policy, at: now))
    }

    init(_ validation: Validation) {
        let report = validation.report
        let all = validation.signatures()
        signatures = all.filter { $0.kind != .documentTimestamp }
        documentTimestamps = all.filter { $0.kind == .documentTimestamp }
        findings = report.problems.map(Finding.init)
        sha256 = report.sha256.map(Hexadecimal.lowercase)
        byteCount = report.byteCount
        revisionCount = report.revisionCount
        validatedAt = validation.now
        indication = Self.indication(of: all, report.problems)
    }

    private static func indication(
        of all: [SignatureValidation], _ problems: [VerificationProblem]
    ) -> Indication {
        let indications = all.map(\.indication)
        // Of what is encrypted nothing can be said.
        let isBroken = problems.contains { $0.code != .encrypted }
        if isBroken || indications.contains(.totalFailed) { return .totalFailed }
        let isOpen = !problems.isEmpty || indications.isEmpty
        return isOpen || indications.contains(.indeterminate) ? .indeterminate : .totalPassed
    }
}

extension Validation {
    /// In the report's order.
    func signatures() -> [SignatureValidation] {
        var summaries = SummaryCache(judge.pool)
        return report.signatures.indices.map { signature($0, &summaries) }
    }

    private func signature(_ index: Int, _ summaries: inout SummaryCache) -> SignatureValidation {
        let assessment = assessment(index)
        let report = report.signatures[index]
        let signer = report.container?.signer
        return SignatureValidation(
            field: report.field, kind: report.kind.word,
            certificationLevel: report.kind.certification?.rawValue,
            indication: assessment.subIndication?.indication ?? .totalPassed,
            subIndication: assessment.subIndication, verdicts: assessment.verdicts,
            level: level(index, assessment.path), subFilter: report.subFilter,
            digest: signer?.digestAlgorithm?.rawValue, algorithm: signer?.signatureAlgorithmOID,
            statedTime: report.statedTime, statedName: report.statedName,
            statedReason: report.statedReason, statedLocation: report.statedLocation,
            provenTime: proofs[index].provenTime,
            timestamp: proofs[index].tokens.first.flatMap { $0.validation(&summaries) },
            certificate: report.signerCertificate.flatMap { summaries[$0] },
            issuers: (assessment.path?.certificates ?? []).dropFirst().compactMap {
                summaries[$0.der]
            },
            coversWholeFile: report.coversWholeFile, revision: report.revision,
            changesAfter: report.changesAfter,
            auditHead: report.auditHead.map(Hexadecimal.lowercase))
    }
}

extension TokenJudgement {
    fileprivate func validation(_ summaries: inout SummaryCache) -> TimestampValidation? {
        guard let token else { return nil }
        return TimestampValidation(
            time: token.info.genTime,
            certificate: token.certificate.flatMap { summaries[$0.der] },
            indication: subIndication?.indication ?? .totalPassed, subIndication: subIndication,
            findings: findings)
    }
}

extension SignatureReport.Kind {
    fileprivate var word: SignatureValidation.Kind {
        switch self {
        case .approval: .approval
        case .certification: .certification
        case .documentTimestamp: .documentTimestamp
        }
    }

    fileprivate var certification: CertificationLevel? {
        if case .certification(let level) = self { level } else { nil }
    }
}

/// Each certificate is summed up once.
private struct SummaryCache {
    private let pool: CertificatePool
    private var known: [ByteKey: CertificateSummary] = [:]

    init(_ pool: CertificatePool) { self.pool = pool }

    subscript(der: [UInt8]) -> CertificateSummary? {
        mutating get {
            let key = ByteKey(der)
            if let summary = known[key] { return summary }
            let summary = pool[der].map { CertificateSummary($0) } ?? CertificateSummary(der: der)
            known[key] = summary
            return summary
        }
    }
}
