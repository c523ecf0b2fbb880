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
        "pyhanko/coverage-anomalies/base.pdf", "pyhanko/coverage-anomalies/one-byterange.pdf",
        "pyhanko/ed448-disallowed-hash.pdf", "pyhanko/ed448-shake256-nolen.pdf",
        "pyhanko/pdf-sig-with-econtent.pdf",
        "pyhanko/signed-encrypted-pubkey-with-catalog-ref.pdf",
    ]

    /// Those of every collection that have signatures.
    private static let files: [String] = {
        let all = FileManager.default.enumerator(atPath: Corpus.path(""))?.allObjects ?? []
        return all.compactMap { $0 as? String }
            .filter { $0.hasSuffix(".pdf") && isSigned($0) }.sorted()
    }()

    private static func isSigned(_ file: String) -> Bool {
        (try? Corpus.read(file))?.firstRange(of: Array("ByteRange".utf8)) != nil
    }

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
                on: Corpus.path(file), trusting: [])
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
        let (ours, theirs) = (ours(try Corpus.read(file)), try await pyHanko(file))
        #expect((ours == theirs) != Self.differences.contains(file), "\(ours) \(theirs)")
    }
}
