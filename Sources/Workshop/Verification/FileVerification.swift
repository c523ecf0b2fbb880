import Domain
import FoundationEssentials
import PDFCore
import PDFSigning

/// Checks every signature of a finished file, read as one from its pieces.
struct FileVerification: Codable, Sendable {
    /// The base, then what each step appended.
    let pieces: [String]
    let standard: SealStandard
    let at: Instant

    func finding() throws -> VerificationFinding {
        let verification = VerificationReport(
            of: try SegmentedSource(paths: pieces), limits: .wholeFile)
        let report = ValidationReport(verification, under: try policy(required), at: at.date)
        // A file that cannot be read to its end is the archive's fault.
        guard let digest = report.sha256, let hash = ContentHash(hex: digest) else {
            throw PDFError(.input, "the file could not be read to its end")
        }
        let apart = fieldsSignedInBase().union(standard.externalFields)
        let own = (report.signatures + report.documentTimestamps).filter {
            !apart.contains($0.field)
        }
        return VerificationFinding(
            signatureCount: report.signatures.count + report.documentTimestamps.count,
            problems: try report.findings.map(\.description) + own.flatMap(problems)
                + externalProblems(verification) + missingTimestamp(report),
            hash: hash, byteCount: report.byteCount)
    }

    private var required: ValidationPolicy.RevocationRequirement {
        standard.level == .longTerm ? .always : .whereFound
    }

    private func policy(
        _ revocation: ValidationPolicy.RevocationRequirement
    ) throws -> ValidationPolicy {
        ValidationPolicy(
            anchors: try TrustAnchors(files: standard.anchors), revocation: revocation)
    }

    /// Signatures made elsewhere must be as flawless, as far as their authorities tell anything.
    private func externalProblems(_ verification: VerificationReport) throws -> [String] {
        guard !standard.externalFields.isEmpty else { return [] }
        return ValidationReport(verification, under: try policy(.whereFound), at: at.date)
            .signatures.filter { standard.externalFields.contains($0.field) && !$0.isPassed }
            .flatMap(\.details)
    }

    /// Without anybody to trust, a signature need only be intact.
    private func problems(_ signature: SignatureValidation) -> [String] {
        guard !signature.isPassed else { return shortfall(signature) }
        let verdicts = signature.verdicts
        let judged =
            standard.anchors.isEmpty
            ? [verdicts.crypto, verdicts.coverage, verdicts.modification] : verdicts.all
        return judged.filter { $0.outcome != .passed }.flatMap(\.findings)
            .map { "\(signature.field): \($0)" }
    }

    /// A signature below the promised level, though nothing is wrong with it.
    private func shortfall(_ signature: SignatureValidation) -> [String] {
        guard standard.level == .longTerm, signature.kind != .documentTimestamp,
            signature.level != .lta
        else { return [] }
        return ["\(signature.field): of level \(signature.level?.rawValue ?? "none"), not B-LTA"]
    }

    private func missingTimestamp(_ report: ValidationReport) -> [String] {
        guard standard.level == .longTerm else { return [] }
        let isThere = report.documentTimestamps.contains { $0.coversWholeFile && $0.isPassed }
        return isThere ? [] : ["no document timestamp over the whole file"]
    }

    /// Signatures in these fields came with the upload, and were judged when it was inspected.
    /// Ours must be flawless.
    private func fieldsSignedInBase() -> Set<String> {
        guard pieces.count > 1, let base = try? FileSource(path: pieces[0]),
            let reader = try? PDFReader(base, limits: .wholeFile),
            let fields = try? reader.fields()
        else { return [] }
        let signed = fields.filter { field in
            field.type == "Sig" && (try? reader.dictionary(field.value)) != nil
        }
        return Set(signed.map(\.name))
    }
}
