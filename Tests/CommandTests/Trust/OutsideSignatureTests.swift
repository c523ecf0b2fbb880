import CMS
import Foundation
import TamgaTestKit
import Testing

@Suite("tamga verify on signatures made elsewhere")
struct OutsideSignatureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let kinds = OutsideSigner.Kind.allCases.filter {
        !$0.isGOST || GOSTEngine.isAvailable
    }

    @Test("they are judged in full, in a child", arguments: kinds)
    func good(kind: OutsideSigner.Kind) async throws {
        let signer = try await OutsideSigner(kind)
        let path = try folder.write(await OutsideSignedFile.bytes(by: signer), as: "signed.pdf")
        let report = try await Command.json(
            "verify", path, "--trust", signer.rootFile, as: PrintedReport.self)
        let signature = try #require(report.signatures.first)
        #expect(report.verdict == "TOTAL-PASSED", "\(signature.details)")
        #expect(signature.subFilter == "adbe.pkcs7.detached" && signature.level == nil)
        #expect(signature.certificate?.subject == "CN=Outside Signer")
        #expect(signature.digest == digests[kind])
    }

    private let digests: [OutsideSigner.Kind: String] = [
        .gost256: "STREEBOG256", .gost512: "STREEBOG512", .rsa2048: "SHA256", .p256: "SHA256",
    ]

    @Test(
        "without the engine nothing is known of GOST, and that is said",
        .enabled(if: GOSTEngine.isAvailable, "libengine-gost-openssl is not installed"))
    func withoutEngine() async throws {
        let signer = try await OutsideSigner(.gost256)
        let path = try folder.write(await OutsideSignedFile.bytes(by: signer), as: "signed.pdf")
        let answer = try await Command.run(
            ["verify", path, "--trust", signer.rootFile],
            environment: ["OPENSSL_ENGINES": folder.path])
        #expect(answer.status == 1)
        #expect(answer.output.contains("INDETERMINATE"), "\(answer.output) \(answer.errors)")
        #expect(answer.output.contains("OpenSSL's gost engine is not installed"))
    }
}
