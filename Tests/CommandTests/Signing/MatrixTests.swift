import Foundation
import TamgaTestKit
import Testing

@Suite("tamga sign: every key at every level", .serialized)
struct MatrixTests {
    private let folder: TemporaryFolder
    private let pki: CommandPKI
    private let authority: DataFolder

    init() async throws {
        folder = try TemporaryFolder()
        pki = try await CommandPKI.shared.value
        authority = try await DataFolder.shared.value
    }

    private func signed(_ example: SigningCase) async throws -> String {
        let input = try folder.write(example.input, as: "in.pdf")
        let output = folder.file("out.pdf")
        let answer = try await Command.run(
            ["sign", input, "-o", output, "--key", pki.key(example.key), "--cert"]
                + [pki.chain(example.key), "--level", example.level.rawValue]
                + ["--data-dir", authority.path] + example.arguments,
            environment: ["TAMGA_OUTBOUND_ALLOW": "127.0.0.0/8"])
        #expect(answer.errors == "")
        #expect(answer.status == 0)
        return output
    }

    @Test("we, poppler and openssl agree that it is good", arguments: SigningCase.all)
    func judged(example: SigningCase) async throws {
        let path = try await signed(example)
        try await expectOwnReport(path, example)
        try await expectPDFSig(path, example)
        try await expectOpenSSL(path, example)
    }

    @Test(
        "pyHanko agrees that it is good, trusts it, and sees no forbidden change",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: SigningCase.all)
    func judgedByPyHanko(example: SigningCase) async throws {
        let verdicts = try await PyHankoJudge.verdicts(
            on: try await signed(example), trusting: [pki.rootDER, authority.rootDER])
        #expect(verdicts.count == (example.level == .archival ? 2 : 1))
        for verdict in verdicts { #expect(verdict.isGood, "\(verdict)") }
    }

    private func expectOwnReport(_ path: String, _ example: SigningCase) async throws {
        let report = try await Command.json(
            "verify", path, "--trust", pki.root, "--trust", authority.root,
            as: PrintedReport.self)
        #expect(report.verdict == "TOTAL-PASSED")
        #expect(report.signatures.map(\.level) == [example.level.rawValue.uppercased()])
        #expect(report.documentTimestamps.count == (example.level == .archival ? 1 : 0))
        #expect(report.signatures[0].signer.contains("Command \(example.key)"))
    }

    /// Poppler 22.12 reads no keys of PSS certificates, and no document timestamps.
    private func expectPDFSig(_ path: String, _ example: SigningCase) async throws {
        guard !example.key.isPSS else { return }
        let answer = try await OutsideTool.run("pdfsig", ["-nocert", path])
        #expect(answer.output.contains("Signature Validation: Signature is Valid."))
        #expect(!answer.output.contains("Invalid"))
    }

    private func expectOpenSSL(_ path: String, _ example: SigningCase) async throws {
        // The newest signature value over the bytes up to it is a timestamp at the last level.
        guard example.level < .longTerm else { return }
        let parts = try #require(SignedParts(of: try folder.read("out.pdf")))
        try folder.write(parts.signed, as: "signed")
        try folder.write(parts.container, as: "container")
        let answer = try await OutsideTool.run(
            "openssl",
            [
                "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
                folder.file("container"), "-content", folder.file("signed"), "-CAfile", pki.root,
                "-out", "/dev/null", "-purpose", "any",
            ])
        #expect(answer.succeeded, "\(answer.errors)")
    }
}
