import Crypto
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Containers that openssl makes and a PDF signature must not be, or not be any longer.
@Suite struct ContainerTests {
    private let world: World

    init() throws { world = try World() }

    /// A report on a signature that `openssl cms -sign` makes with these options.
    private func report(
        _ options: [String], with files: [String: [UInt8]] = [:]
    ) async throws -> ValidationReport {
        var all = files
        all["signer.pem"] = world.signer.pem
        all["chain.pem"] = world.issuing.pem
        all["key.pem"] = Array(world.signer.key.pemRepresentation.utf8)
        return try await report(
            [
                "cms", "-sign", "-binary", "-outform", "DER", "-in", "document", "-signer",
                "signer.pem", "-inkey", "key.pem", "-certfile", "chain.pem",
            ] + options, all)
    }

    private func report(
        _ arguments: [String], _ files: [String: [UInt8]]
    ) async throws -> ValidationReport {
        var paper = try SignedPaper()
        try await paper.append { document in
            var files = files
            files["document"] = document
            let answer = try await OpenSSL.run(arguments, files: files)
            #expect(answer.succeeded, "\(answer.complaint)")
            return answer.output
        }
        return try paper.report(world.policy)
    }

    @Test("what openssl signs is TOTAL-PASSED", arguments: ["sha256", "sha384", "sha512"])
    func control(digest: String) async throws {
        #expect(try await report(["-cades", "-md", digest]).indication == .totalPassed)
    }

    @Test("a signature over SHA-1 cannot be relied on")
    func weakDigest() async throws {
        let report = try await report(["-cades", "-md", "sha1"])
        #expect(report.indication == .indeterminate)
        #expect(report.sub == .cryptoConstraintsFailure)
    }

    @Test("several signers in one container are no signature")
    func severalSigners() async throws {
        let other = try world.issuing.issue("Another")
        let files = [
            "other.pem": other.pem, "other.key": Array(other.key.pemRepresentation.utf8),
        ]
        let report = try await report(
            ["-md", "sha256", "-signer", "other.pem", "-inkey", "other.key"], with: files)
        #expect(report.indication == .totalFailed)
        #expect(report.sub == .formatFailure)
    }

    @Test("a container without a signer is no signature")
    func noSigner() async throws {
        let report = try await report(
            ["crl2pkcs7", "-nocrl", "-certfile", "signer.pem", "-outform", "DER"],
            ["signer.pem": world.signer.pem])
        #expect(report.sub == .formatFailure)
    }

    @Test("a container with content of its own is no signature of the document")
    func embeddedContent() async throws {
        let report = try await report(["-cades", "-md", "sha256", "-nodetach"])
        #expect(report.indication == .totalFailed)
        #expect(report.sub == .formatFailure)
    }
}
