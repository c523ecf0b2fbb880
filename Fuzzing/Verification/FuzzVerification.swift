import FuzzHarness
import PDFCore
import PDFSigning

/// Whole files, verified. The report must be made of any bytes, in bounded time and memory.
@main
enum FuzzVerification {
    static func main() {
        fuzz { data, count in
            let report = VerificationReport(of: MemorySource(input(data, count)))
            require(report.byteCount == count, "the length is wrong")
            require(
                report.isIntact == report.complaints.isEmpty || report.signatures.isEmpty,
                "disagrees with itself")
            return 0
        }
    }
}
