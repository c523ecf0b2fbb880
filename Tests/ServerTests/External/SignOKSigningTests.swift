import CMS
import TamgaTestKit
import Testing

@Suite("Certificates from outside on the SignOK wire, over HTTP")
struct SignOKSigningTests {
    private static let kinds = OutsideSigner.Kind.allCases.filter {
        !$0.isGOST || GOSTEngine.isAvailable
    }
    private static let asked = #"{"biz_no":"220-81-62517"}"#

    @Test(
        "a document of CERTIFICATE and SIMPLE is completed, and good with the trust list",
        arguments: kinds)
    func completed(kind: OutsideSigner.Kind) async throws {
        let errand = try await SignOKErrand(kind)
        let document = try await errand.create()
        try await document.sign()
        let verdict = try await errand.verdict(on: document.download())
        #expect(verdict.succeeded, "\(verdict.output)")
        let story = try await document.story()
        #expect(story.methods == ["CERTIFICATE", "SIMPLE"])
        #expect(story.events.filter { $0 == "서명완료" }.count == 2)
        #expect(story.events.last == "문서완료")
    }

    @Test(
        "it is good for pyHanko too, by RSA and ECDSA",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: [OutsideSigner.Kind.rsa2048, .p256])
    func pyHanko(kind: OutsideSigner.Kind) async throws {
        let errand = try await SignOKErrand(kind)
        let document = try await errand.create(firm: Self.asked)
        try await document.sign()
        let file = try await document.download()
        let verdicts = try await PyHankoJudge.verdicts(
            on: file.path, trusting: [file.folder.file("root.der"), errand.firm.rootDERFile])
        #expect(verdicts.count == 4 && verdicts.allSatisfy(\.isGood), "\(verdicts)")
    }

    @Test("a signature by another business than was asked for is refused with its reason")
    func otherBusiness() async throws {
        let errand = try await SignOKErrand(.p256, subject: "/CN=Firm/serialNumber=1234567891")
        let document = try await errand.create(firm: Self.asked)
        try await document.unlock(document.firm, contact: SignOKErrand.address)
        let refused = try await document.signAsFirm()
        #expect(refused.status == 400 && refused.text.contains("다른 사업자의 인증서입니다."))
    }

    @Test("a corporate certificate that tells no business number is refused with its reason")
    func noBusiness() async throws {
        let errand = try await SignOKErrand(.p256, subject: "/CN=Person")
        let document = try await errand.create()
        try await document.unlock(document.firm, contact: SignOKErrand.address)
        let refused = try await document.signAsFirm()
        #expect(refused.status == 400)
        #expect(refused.text.contains("인증서에서 사업자등록번호를 확인할 수 없습니다."))
    }

    @Test(
        "a SIMPLE signer of whom biz_no is asked shows the certificate at the door, and signs",
        arguments: kinds)
    func door(kind: OutsideSigner.Kind) async throws {
        let errand = try await SignOKErrand(kind)
        let document = try await errand.create(person: Self.asked)
        try await document.unlock(document.firm, contact: SignOKErrand.address)
        let (browser, page) = (errand.browser, document.person)
        let challenge = try await browser.bytes(behind: "download-prepared", on: page)
        let wrong = try await browser.upload(
            errand.firm.sign(challenge + [0]), as: "biz-cms", to: "unlock", of: page)
        #expect(wrong.status == 400 && wrong.text.contains("biz-cms-problem"))
        let right = try await browser.upload(
            errand.firm.sign(challenge), as: "biz-cms", to: "unlock", of: page)
        #expect(right.status == 303, "\(right.text)")
        #expect(try await document.signAsPerson().status == 303)
        #expect(try await document.story().events.contains("본인인증완료"))
    }
}
