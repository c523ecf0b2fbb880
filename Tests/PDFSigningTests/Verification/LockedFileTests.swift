import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Files that need a password: what is in plain sight is verified all the same.
@Suite struct LockedFileTests {
    private func form(_ options: [String] = []) async throws -> SignedForm {
        let folder = try TemporaryFolder()
        let plain = try folder.write(try SignedForm().bytes, as: "plain.pdf")
        try await OutsideTool.qpdf(
            options + ["--encrypt", "user", "owner", "256", "--"], from: plain,
            to: folder.file("encrypted.pdf"))
        var form = try SignedForm()
        form.bytes = try folder.read("encrypted.pdf")
        return form
    }

    @Test("a signature in a file that needs a password is verified without decrypting it")
    func signed() async throws {
        var form = try await form()
        try form.sign("first")
        #expect(form.report.complaints == [])
        #expect(form.report.signatures.map(\.changesAfter) == [.none])
    }

    @Test("what a locked file states of its signer is not shown")
    func statements() async throws {
        var form = try await form()
        try form.sign("first", signature: "/Reason(because)")
        let signature = try #require(form.report.signatures.first)
        #expect(signature.field == "field \(signature.fieldID.number)")
        #expect(signature.statedReason == nil)
    }

    @Test("a change of a locked file is found")
    func changed() async throws {
        var form = try await form()
        try form.sign("first")
        try form.edit(form.page) { $0["Rotate"] = 90 }
        #expect(form.findings == [.forbiddenChange])
    }

    @Test("objects in streams that need a password cannot be read, and the report says so")
    func objectStreams() async throws {
        let form = try await form(["--object-streams=generate"])
        #expect(form.findings == [.encrypted])
        #expect(form.report.problems.map(\.reason) == ["the file needs a password"])
    }

    @Test(
        "a file encrypted for certificates is verified without a key",
        .enabled(if: Corpus.isAvailable, Corpus.missing))
    func certificates() throws {
        let path = Corpus.path("pyhanko/signed-encrypted-pubkey-with-catalog-ref.pdf")
        let report = VerificationReport(of: try FileSource(path: path))
        #expect(report.complaints == [])
        #expect(report.isIntact)
    }
}
