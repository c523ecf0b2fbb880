import CMS
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite(.enabled(if: Corpus.isAvailable, "TAMGA_CORPORA is not set"))
struct ForeignSignatureTests {
    private func report(_ name: String) throws -> VerificationReport {
        VerificationReport(of: try FileSource(path: Corpus.path("pyhanko/" + name)))
    }

    @Test(
        "signatures that others made are intact",
        arguments: [
            "minimal-two-fields-signed-twice.pdf", "minimal-signed-twice-both-created.pdf",
            "minimal-signed-twice-second-created.pdf", "minimal-signed-twice-no-sig-type.pdf",
            "pades-lta-dss-indirect-arrs-test.pdf", "pades-lta-dss-indirect-arrs-test-2.pdf",
            "certified-with-indirect-refs-in-dir.pdf", "sig-with-ski-sid.pdf",
            "form-update-override-appearance-stream.pdf",
            "form-update-override-appearance-stream-ap-indirect.pdf", "extensions-direct.pdf",
            "extensions-indirect.pdf", "extensions-update-direct.pdf",
            "extensions-update-indirect.pdf",
        ])
    func good(name: String) throws {
        let report = try report(name)
        #expect(report.complaints == [])
        #expect(report.isIntact)
    }

    @Test(
        "changes made in the shadow are found",
        arguments: [
            "form-update-ap-indirect-sneaky-trailer.pdf",
            "form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf",
            "form-update-override-appearance-stream-ap-indirect-sneaky.pdf",
            "form-update-override-appearance-stream-sneaky.pdf",
            "extensions-indirect-not-all-paths.pdf",
        ])
    func sneaky(name: String) throws {
        let report = try report(name)
        #expect(report.signatures.first?.changesAfter == .forbidden)
        #expect(report.signatures.first?.crypto == [])
    }

    @Test(
        "what is not covered is found",
        arguments: [
            ("coverage-anomalies/one-byterange.pdf", VerificationProblem.Code.unusableSignature),
            ("coverage-anomalies/signature-gap-too-big.pdf", .signatureWrapping),
            ("coverage-anomalies/tail-uncovered.pdf", .coverage),
            ("coverage-anomalies/weird-byterange.pdf", .signatureWrapping),
        ])
    func coverage(name: String, code: VerificationProblem.Code) throws {
        #expect(try report(name).signatures.first?.coverage.map(\.code) == [code])
    }

    @Test("a signature by Ed25519 that is another's is found")
    func edwards() throws {
        var bytes = try Corpus.read("pyhanko/extensions-direct.pdf")
        let report = VerificationReport(of: MemorySource(bytes))
        let signature = try #require(report.signatures.last?.container?.signer.signature)
        let digits = signature.flatMap { byte in
            [byte >> 4, byte & 15].map { Array("0123456789ABCDEF".utf8)[Int($0)] }
        }
        let place = try #require(bytes.firstRange(of: digits)).lowerBound
        bytes[place] = bytes[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
        let changed = VerificationReport(of: MemorySource(bytes))
        #expect(changed.signatures.last?.crypto.map(\.code) == [.cryptography])
    }

    @Test("a document timestamp is checked against the bytes that it covers")
    func timestamp() throws {
        let report = try report("pades-lta-dss-indirect-arrs-test.pdf")
        #expect(report.signatures.map(\.kind) == [.approval, .documentTimestamp])
        var bytes = try Corpus.read("pyhanko/pades-lta-dss-indirect-arrs-test.pdf")
        bytes[9] ^= 1
        let changed = VerificationReport(of: MemorySource(bytes))
        #expect(changed.signatures.allSatisfy { $0.crypto.map(\.code).contains(.digest) })
    }
}
