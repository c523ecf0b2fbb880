import Foundation
import TamgaTestKit
import Testing

@Suite("tamga sign --extend: files of others")
struct ExtendTests {
    private let folder: TemporaryFolder
    private let pki: CommandPKI
    private let authority: DataFolder

    init() async throws {
        folder = try TemporaryFolder()
        pki = try await CommandPKI.shared.value
        authority = try await DataFolder.shared.value
    }

    private func extended(_ input: String, as name: String) async throws -> String {
        let output = folder.file(name)
        let answer = try await Command.run(
            ["sign", "--extend", input, "-o", output, "--data-dir", authority.path]
                + ["--cert", pki.root],
            environment: ["TAMGA_OUTBOUND_ALLOW": "127.0.0.0/8"])
        #expect(answer.errors == "")
        #expect(answer.status == 0)
        return output
    }

    private var roots: [String] { [pki.rootDER, authority.rootDER] }

    @Test(
        "what pyHanko signed and timestamped is renewed, and both of us find it good",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: [PyHankoSigner.Level.lt, .lta])
    func renewed(level: PyHankoSigner.Level) async throws {
        let signed = try await pki.pyHanko.sign(
            SamplePDF.plain().bytes(), field: "Signature", level: level)
        let path = try await extended(folder.write(signed, as: "signed.pdf"), as: "extended.pdf")
        #expect(try folder.read("extended.pdf").starts(with: signed))
        let report = try await Command.json(
            "verify", path, "--trust", pki.root, "--trust", authority.root,
            as: PrintedReport.self)
        #expect(report.verdict == "TOTAL-PASSED")
        #expect(report.signatures.map(\.level) == ["B-LTA"])
        #expect(report.documentTimestamps.count == (level == .lta ? 2 : 1))
        let verdicts = try await PyHankoJudge.verdicts(on: path, trusting: roots)
        #expect(verdicts.count == report.documentTimestamps.count + 1)
        for verdict in verdicts { #expect(verdict.isGood, "\(verdict)") }
    }

    /// The second renewal brings the validation data of the first one's timestamp, by an authority
    /// that the file did not know before.
    @Test(
        "a file that was renewed twice needs nothing but itself to be validated by pyHanko",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: [PyHankoSigner.Level.lt, .lta])
    func renewedTwice(level: PyHankoSigner.Level) async throws {
        let signed = try await pki.pyHanko.sign(
            SamplePDF.plain().bytes(), field: "Signature", level: level)
        let once = try await extended(folder.write(signed, as: "signed.pdf"), as: "once.pdf")
        let twice = try await extended(once, as: "twice.pdf")
        let indications = try await PyHankoJudge.longTermIndications(on: twice, trusting: roots)
        #expect(Set(indications.values) == ["PASSED"])
    }
}
