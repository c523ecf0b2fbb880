import Domain
import PDFCore
import PDFSigning

/// Checks every signature of a finished file, read as one from its pieces.
struct FileVerification: Codable, Sendable {
    /// The base, then what each step appended.
    let pieces: [String]
    let standard: SealStandard

    func finding() throws -> VerificationFinding {
        let source = try SegmentedSource(paths: pieces)
        let report = VerificationReport(of: source, limits: .wholeFile)
        // A file that cannot be read to its end is the archive's fault.
        guard let bytes = report.sha256, let hash = ContentHash(bytes) else {
            throw PDFError(.input, "the file could not be read to its end")
        }
        let earlier = revisionCountOfBase()
        let problems = report.signatures
            .filter { ($0.revision ?? earlier) >= earlier }
            .flatMap { signature in signature.problems.map { "\(signature.field): \($0)" } }
        return VerificationFinding(
            signatureCount: report.signatures.count,
            problems: report.problems.map(\.description) + problems, hash: hash,
            byteCount: report.byteCount)
    }

    /// Signatures of these revisions came with the upload: what they are worth cannot be mended
    /// here, and they were told to the sender. Ours must be flawless.
    private func revisionCountOfBase() -> Int {
        guard pieces.count > 1, let base = try? FileSource(path: pieces[0]),
            let reader = try? PDFReader(base, limits: .wholeFile)
        else { return 0 }
        return reader.revisions.count
    }
}
