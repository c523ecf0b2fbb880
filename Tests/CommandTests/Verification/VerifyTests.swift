import Foundation
import TamgaTestKit
import Testing

@Suite("tamga verify")
struct VerifyTests {
    private let folder: TemporaryFolder
    private let pki: CommandPKI
    private let signed: String

    init() async throws {
        folder = try TemporaryFolder()
        pki = try await CommandPKI.shared.value
        let input = try folder.write(SamplePDF.plain().bytes(), as: "in.pdf")
        signed = folder.file("signed.pdf")
        let answer = try await Command.run(
            "sign", input, "-o", signed, "--key", pki.key(.p256), "--cert", pki.chain(.p256),
            "--reason", "Согласовано")
        #expect(answer.errors == "")
    }

    @Test("every verdict is told with its reason, and the status is 0")
    func good() async throws {
        let answer = try await Command.run("verify", signed, "--trust", pki.root)
        #expect(answer.status == 0)
        #expect(answer.output.contains("signed.pdf: TOTAL-PASSED"))
        for verdict in ["cryptography", "coverage", "modification", "trust", "revocation", "time"] {
            #expect(answer.output.contains("  \(verdict) "), "\(verdict)")
        }
    }

    @Test("without a trusted certificate nothing is passed, and the sub-indication says why")
    func untrusted() async throws {
        let report = try await Command.json("verify", signed, as: PrintedReport.self)
        #expect(report.verdict == "INDETERMINATE")
        #expect(report.signatures[0].subIndication == "NO_CERTIFICATE_CHAIN_FOUND")
        #expect(try await Command.run("verify", signed).status == 1)
    }

    @Test("a changed byte is a failure of the hash")
    func changed() async throws {
        var bytes = try folder.read("signed.pdf")
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "C")))
        bytes[place] ^= 1
        let changed = try folder.write(bytes, as: "changed.pdf")
        let report = try await Command.json(
            "verify", changed, "--trust", pki.root, as: PrintedReport.self)
        #expect(report.verdict == "TOTAL-FAILED")
    }

    @Test("the JSON tells what the contract asks for")
    func json() async throws {
        let report = try await Command.json(
            "verify", signed, "--trust", pki.root, as: PrintedReport.self)
        let signature = try #require(report.signatures.first)
        let digest = try await OutsideTool.run("sha256sum", [signed]).output.prefix(64)
        #expect(report.sha256 == digest)
        #expect(signature.subFilter == "ETSI.CAdES.detached" && signature.level == "B-B")
        #expect(signature.coversWholeFile && signature.changesAfter == "none")
        #expect(signature.signingTime?.hasSuffix("Z") == true && signature.timestamp == nil)
        let thumbprint = try await thumbprint()
        #expect(signature.certificate?.thumbprint == thumbprint)
    }

    /// Of the signer's certificate, as openssl tells it.
    private func thumbprint() async throws -> String {
        let answer = try await OutsideTool.run(
            "openssl", ["x509", "-in", pki.certificate(.p256), "-noout", "-fingerprint", "-sha1"])
        return String(answer.output.filter(\.isHexDigit).suffix(40))
    }

    @Test("online, an issuer's list is fetched and says that nobody is revoked")
    func online() async throws {
        let answer = try await Command.run(
            ["verify", signed, "--trust", pki.root, "--online"],
            environment: ["TAMGA_OUTBOUND_ALLOW": "127.0.0.0/8"])
        #expect(answer.status == 0, "\(answer.output)")
    }

    @Test("online, an address that the operator has not allowed is never asked")
    func guarded() async throws {
        let report = try await Command.json(
            "verify", signed, "--trust", pki.root, "--online", as: PrintedReport.self)
        #expect(report.verdict == "INDETERMINATE")
        #expect(report.signatures[0].subIndication == "TRY_LATER")
    }

    @Test("a file of something else than certificates is named")
    func noCertificate() async throws {
        let answer = try await Command.run("verify", signed, "--trust", signed)
        #expect(answer.status == 1 && answer.errors.contains("is no certificate"))
    }

    @Test("a PDF without signatures is no success")
    func unsigned() async throws {
        let answer = try await Command.run("verify", folder.file("in.pdf"))
        #expect(answer.status == 1)
        #expect(answer.output.contains("0 signatures"))
    }
}
