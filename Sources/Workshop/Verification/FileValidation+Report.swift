import Domain
import FoundationEssentials
import PDFCore
import PDFSigning

extension FileValidation {
    /// The library's report in the domain's words.
    init(_ report: ValidationReport) throws {
        guard let hash = report.sha256.flatMap({ ContentHash(hex: $0) }) else {
            throw PDFError(.input, "the file could not be read to its end")
        }
        self.init(
            indication: Indication(report.indication),
            signatures: (report.signatures + report.documentTimestamps)
                .sorted { ($0.revision ?? .max) < ($1.revision ?? .max) }
                .map(FileValidation.Signature.init),
            findings: report.findings.map(Finding.init), hash: hash, byteCount: report.byteCount,
            revisionCount: report.revisionCount)
    }
}

extension FileValidation.Indication {
    fileprivate init(_ indication: PDFSigning.Indication) {
        switch indication {
        case .totalPassed: self = .passed
        case .totalFailed: self = .failed
        case .indeterminate: self = .indeterminate
        }
    }
}

extension FileValidation.Finding {
    fileprivate init(_ finding: PDFSigning.Finding) {
        self.init(code: finding.code.rawValue, reason: finding.reason)
    }
}

extension FileValidation.Signature {
    fileprivate init(_ signature: SignatureValidation) {
        self.init(
            field: signature.field, kind: Kind(signature.kind),
            indication: FileValidation.Indication(signature.indication),
            subIndication: signature.subIndication?.rawValue,
            verdicts: Verdict.all(signature.verdicts), level: signature.level?.rawValue,
            claim: Claim(
                name: signature.statedName, reason: signature.statedReason,
                location: signature.statedLocation, time: signature.statedTime),
            provenAt: signature.provenTime.map(Instant.init),
            certificate: signature.certificate.map(Certificate.init),
            coversWholeFile: signature.coversWholeFile)
    }
}

extension FileValidation.Signature.Kind {
    fileprivate init(_ kind: SignatureValidation.Kind) {
        switch kind {
        case .approval: self = .approval
        case .certification: self = .certification
        case .documentTimestamp: self = .documentTimestamp
        }
    }
}

extension FileValidation.Signature.Certificate {
    fileprivate init(_ summary: CertificateSummary) {
        self.init(
            subject: summary.subject, issuer: summary.issuer,
            notBefore: Instant(summary.notBefore), notAfter: Instant(summary.notAfter))
    }
}

extension FileValidation.Signature.Verdict {
    fileprivate static func all(_ verdicts: Verdicts) -> [Self] {
        [
            Self(.crypto, verdicts.crypto), Self(.coverage, verdicts.coverage),
            Self(.modification, verdicts.modification), Self(.trust, verdicts.trust),
            Self(.revocation, verdicts.revocation), Self(.time, verdicts.time),
        ]
    }

    private init(
        _ examination: FileValidation.Signature.Examination, _ verdict: PDFSigning.Verdict
    ) {
        let outcome: Outcome =
            switch verdict.outcome {
            case .passed: .passed
            case .failed: .failed
            case .indeterminate: .indeterminate
            }
        self.init(examination, outcome, verdict.findings.map(FileValidation.Finding.init))
    }
}
