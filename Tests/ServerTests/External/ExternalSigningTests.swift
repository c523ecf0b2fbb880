import CMS
import TamgaTestKit
import Testing

@Suite("Signing by the openssl command, over HTTP")
struct ExternalSigningTests {
    private static let kinds = OutsideSigner.Kind.allCases.filter {
        !$0.isGOST || GOSTEngine.isAvailable
    }

    @Test(
        "the finished document is good for tamga verify with the trust list", arguments: kinds)
    func verified(kind: OutsideSigner.Kind) async throws {
        let errand = try await ExternalErrand(kind)
        let answer = try await errand.sign(by: "outside0")
        #expect(answer.status == 303, "\(answer.text)")
        let file = try await errand.download()
        let verdict = try await OutsideTool.run(
            BuiltTamga.path,
            ["verify", file.path, "--trust", errand.ownRoot, "--trust", errand.signer.rootFile])
        #expect(verdict.succeeded, "\(verdict.output)")
    }

    @Test(
        "it is good for pyHanko too, by RSA and ECDSA",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: [OutsideSigner.Kind.rsa2048, .p256])
    func pyHanko(kind: OutsideSigner.Kind) async throws {
        let errand = try await ExternalErrand(kind)
        _ = try await errand.sign(by: "outside0")
        let file = try await errand.download()
        let verdicts = try await PyHankoJudge.verdicts(
            on: file.path,
            trusting: [file.folder.file("root.der"), errand.signer.rootDERFile])
        #expect(verdicts.count == 3 && verdicts.allSatisfy(\.isGood), "\(verdicts)")
    }

    @Test(
        "what was signed and the signature are files that openssl holds against each other",
        arguments: kinds)
    func detached(kind: OutsideSigner.Kind) async throws {
        let errand = try await ExternalErrand(kind)
        let prepared = try await errand.prepared(for: "outside0")
        _ = try await errand.submit(errand.signer.sign(prepared), by: "outside0")
        let (page, browser) = (
            try await errand.people.page(of: "outside0"), errand.people.browser
        )
        let content = try await browser.bytes(behind: "download-content", on: page)
        let signature = try await browser.bytes(behind: "download-signature", on: page)
        #expect(content == prepared)
        #expect(try await errand.signer.complaint(on: signature, over: content) == "")
        #expect(try await errand.signer.complaint(on: signature, over: content + [0]) != "")
    }

    @Test("HEAD tells the length and the kind of what was signed")
    func head() async throws {
        let errand = try await ExternalErrand(.p256)
        let prepared = try await errand.prepared(for: "outside0")
        _ = try await errand.submit(errand.signer.sign(prepared), by: "outside0")
        let page = try await errand.people.page(of: "outside0")
        let browser = errand.people.browser
        let address = try await browser.address(behind: "download-content", on: page)
        let head = try await browser.insist {
            try await browser.send("HEAD", address, ["--head"])
        }.text.lowercased()
        #expect(head.contains("content-length: \(prepared.count)\r\n"))
        #expect(head.contains("content-type: application/octet-stream\r\n"))
    }

    @Test("a signature over other bytes is refused on the page, and the right one taken then")
    func otherBytes() async throws {
        let errand = try await ExternalErrand(.p256)
        let bytes = try await errand.prepared(for: "outside0")
        let wrong = try await errand.submit(errand.signer.sign(bytes + [0]), by: "outside0")
        #expect(wrong.status == 400 && wrong.text.contains("id=\"cms-problem\""))
        #expect(wrong.text.contains("data-state=\"open\""))
        let right = try await errand.submit(errand.signer.sign(bytes), by: "outside0")
        #expect(right.status == 303)
    }

    @Test("of two in parallel the slower one is told to prepare again, and then signs")
    func parallel() async throws {
        let errand = try await ExternalErrand(.p256, signers: 2)
        let old = try await errand.signer.sign(errand.prepared(for: "outside1"))
        #expect(try await errand.sign(by: "outside0").status == 303)
        #expect(try await errand.submit(old, by: "outside1").status == 409)
        #expect(try await errand.sign(by: "outside1").status == 303)
        _ = try await errand.download()
    }
}
