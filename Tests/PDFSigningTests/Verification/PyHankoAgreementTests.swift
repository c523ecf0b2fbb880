import Foundation
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Our verdicts beside pyHanko's on files that others made, signature by signature.
@Suite(
    .enabled(
        if: Corpus.isAvailable && PyHankoJudge.isAvailable, "TAMGA_CORPORA or TAMGA_PYTHON"))
struct PyHankoAgreementTests {
    /// What both can say of a signature.
    private struct Opinion: Equatable {
        var isGenuine: Bool
        var coversItsRevision: Bool
        var isFollowedByPermittedChanges: Bool
    }

    /// Where we differ on purpose; `docs/verification.md` says why.
    private static let differences: Set<String> = [
        "coverage-anomalies/base.pdf", "coverage-anomalies/one-byterange.pdf",
        "ed448-disallowed-hash.pdf", "ed448-shake256-nolen.pdf", "extensions-direct.pdf",
        "extensions-indirect.pdf", "extensions-indirect-not-all-paths.pdf",
        "extensions-update-direct.pdf", "extensions-update-indirect.pdf",
        "pdf-sig-with-econtent.pdf", "signed-encrypted-pubkey-with-catalog-ref.pdf",
    ]

    private static let files: [String] = {
        let all = FileManager.default.enumerator(atPath: Corpus.path("pyhanko"))?.allObjects ?? []
        return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".pdf") }.sorted()
    }()

    private func ours(_ bytes: [UInt8]) -> [String: Opinion] {
        let report = VerificationReport(of: MemorySource(bytes))
        let opinions = report.signatures.map {
            let isCovered = $0.coverage.isEmpty
            return (
                $0.field,
                Opinion(
                    isGenuine: $0.crypto.isEmpty, coversItsRevision: isCovered,
                    isFollowedByPermittedChanges: isCovered && $0.changesAfter != .forbidden
                        && report.problems.isEmpty)
            )
        }
        return Dictionary(opinions) { first, _ in first }
    }

    private func pyHanko(_ file: String) async throws -> [String: Opinion] {
        guard
            let verdicts = try? await PyHankoJudge.verdicts(
                on: Corpus.path("pyhanko/" + file), trusting: [])
        else { return [:] }
        let opinions = verdicts.map {
            (
                $0.field,
                Opinion(
                    isGenuine: $0.intact == true && $0.valid == true,
                    coversItsRevision: $0.coverage?.hasPrefix("ENTIRE") == true,
                    isFollowedByPermittedChanges: $0.change == nil && $0.modification != "OTHER"
                        && $0.error == nil)
            )
        }
        return Dictionary(opinions) { first, _ in first }
    }

    @Test("we agree with pyHanko, or say why not", arguments: files)
    func agreement(file: String) async throws {
        let bytes = try Corpus.read("pyhanko/" + file)
        guard !bytes.ranges(of: Array("ByteRange".utf8)).isEmpty else { return }
        let (ours, theirs) = (ours(bytes), try await pyHanko(file))
        #expect((ours == theirs) != Self.differences.contains(file), "\(ours) \(theirs)")
    }
}
