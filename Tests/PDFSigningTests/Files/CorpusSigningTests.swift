import Foundation
import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

/// Every difficult file at hand, signed in process or refused with a reason.
@Suite struct CorpusSigningTests {
    private static let files: [String] = {
        let all = FileManager.default.enumerator(atPath: Corpus.path(""))?.allObjects ?? []
        return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".pdf") }.sorted()
    }()

    /// Nil for a refusal; any other error is a failure.
    private func signed(_ file: String, _ stamp: SignatureStamp) throws -> SignedFile? {
        do {
            var signed = try SignedFile(try Corpus.read(file))
            let isCertified = signed.session.context.structure.catalog.dictionary.value["Perms"]
            try signed.sign(
                at: isCertified == nil ? .visible(page: 0, SignedFile.corner) : .invisible(),
                showing: stamp)
            return signed
        } catch is SigningError {
            return nil
        } catch is PDFError {
            return nil
        }
    }

    @Test(
        "every file is signed so that we and pdfsig confirm it, or refused with a reason",
        .enabled(if: Corpus.isAvailable, Corpus.missing))
    func everyFile() async throws {
        let stamp = try SignedFile.stamp()
        var (count, confirmed) = (0, 0)
        for file in Self.files {
            guard let signed = try signed(file, stamp) else { continue }
            count += 1
            let report = VerificationReport(of: MemorySource(try signed.bytes))
            let own = report.signatures.last { $0.statedName == SignedFile.claim.name }
            #expect(own?.problems.map(\.description) == [], "\(file)")
            #expect(own?.coversWholeFile == true, "\(file)")
            // Some files keep pdfsig busy for hours.
            let pdfsig = try await signed.output(
                of: "pdfsig", ["-nocert"], seconds: 20)
            if pdfsig.succeeded { confirmed += 1 }
            #expect(
                !pdfsig.succeeded || pdfsig.output.contains("Signature is Valid"),
                "\(file): \(pdfsig.output)")
        }
        #expect(confirmed > 100)
        #expect(count - confirmed < 20)
    }
}
