import Foundation
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Files of others: every one gets a report, and none is called good without trust.
@Suite(.enabled(if: Corpus.isAvailable, Corpus.missing))
struct CorpusReportTests {
    private var names: [String] {
        let folder = Corpus.path("pyhanko")
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
        return (all ?? []).filter { $0.hasSuffix(".pdf") }
    }

    @Test("every file of pyHanko's has a report, and without trust none is TOTAL-PASSED")
    func everyFile() throws {
        #expect(names.count > 50)
        for name in names {
            let source = try FileSource(path: Corpus.path("pyhanko/" + name))
            let report = ValidationReport(
                of: source, under: ValidationPolicy(anchors: .none), at: .now)
            #expect(report.indication != .totalPassed, "\(name)")
            #expect(report.sha256 != nil, "\(name)")
        }
    }

    @Test("a file of level B-LTA by others is one here too, trusted or not")
    func archived() throws {
        let source = try FileSource(
            path: Corpus.path("pyhanko/pades-lta-dss-indirect-arrs-test.pdf"))
        let report = ValidationReport(
            of: source, under: ValidationPolicy(anchors: .none), at: .now)
        #expect(report.documentTimestamps.count == 1)
        #expect(report.signatures.first?.level != nil)
    }
}
