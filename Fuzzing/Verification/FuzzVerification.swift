import CMS
import FoundationEssentials
import FuzzHarness
import PDFCore
import PDFSigning

/// Whole files, verified and judged. A report must come of any bytes, in bounded time and memory.
@main
enum FuzzVerification {
    static func main() {
        fuzz { data, count in
            let report = VerificationReport(of: MemorySource(input(data, count)))
            require(report.byteCount == count, "the length is wrong")
            require(
                report.isIntact == (report.complaints.isEmpty && !report.signatures.isEmpty),
                "the report disagrees with itself")
            FuzzVerification.judge(report)
            return 0
        }
    }

    /// Every certificate that the file brings is trusted: so no path ends too early.
    private static func judge(_ report: VerificationReport) {
        let brought = report.signatures.flatMap { $0.container?.certificates ?? [] }
        let anchors = (try? TrustAnchors(files: brought.map(\.der))) ?? .none
        let judged = ValidationReport(
            report, under: ValidationPolicy(anchors: anchors, revocation: .always),
            at: Date(timeIntervalSince1970: 1_800_000_000))
        require(!judged.isPassed || report.isIntact, "passed, but not intact")
    }
}
