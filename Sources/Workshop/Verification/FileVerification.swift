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
        let source = try SegmentedSource(paths: pieces)
        let report = ValidationReport(
            of: source, under: try policy,
            at: Date(timeIntervalSince1970: Double(at.microseconds) / 1_000_000),
            limits: .wholeFile)
        // A file that cannot be read to its end is the archive's fault.
        guard let digest = report.sha256, let hash = ContentHash(hex: digest) else {
            throw PDFError(.input, "the file could not be read to its end")
        }
        let earlier = fieldsSignedInBase()
        let own = (report.signatures + report.documentTimestamps).filter {
            !earlier.contains($0.field)
        }
        return VerificationFinding(
            signatureCount: report.signatures.count + report.documentTimestamps.count,
            problems: report.findings.map(\.description) + own.flatMap(problems)
                + missingTimestamp(report),
            hash: hash, byteCount: report.byteCount)
    }

    private var policy: ValidationPolicy {
        get throws {
            ValidationPolicy(
                anchors: try TrustAnchors(files: standard.anchors),
                revocation: standard.level == .longTerm ? .always : .whereFound)
        }
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
