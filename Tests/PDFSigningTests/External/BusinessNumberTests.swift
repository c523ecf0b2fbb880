import CMS
import Crypto
import FoundationEssentials
import PDFSigning
import TamgaTestKit
import Testing

@Suite("Business numbers in certificates")
struct BusinessNumberTests {
    private static let number = "123-45-67890"
    private static let random = [UInt8](1...20)

    private func check(
        _ signer: OutsideSigner, _ number: String, random: [UInt8]? = nil
    ) async throws -> ExternalSignatureProblem? {
        let contract = try PreparedContract()
        let upload = try await signer.sign(contract.download)
        do {
            let number = try #require(BusinessNumber(number))
            _ = try contract.accepted(upload, of: signer) {
                $0.business = .number(number, random: random)
            }
            return nil
        } catch let problem as ExternalSignatureProblem {
            return problem
        }
    }

    @Test(
        "one written into the subject counts by its digits",
        arguments: ["serialNumber=1234567890", "organizationIdentifier=NTRKR-123-45-67890"])
    func written(attribute: String) async throws {
        let signer = try await OutsideSigner(.p256, subject: "/CN=회사/\(attribute)")
        #expect(try await check(signer, Self.number) == nil)
        #expect(try await check(signer, "123-45-67891") == .otherBusiness)
    }

    @Test("where any business will do, a number must be written")
    func any() async throws {
        let contract = try PreparedContract()
        // 220-81-62517 is a company's; its last digit checks the others.
        let firm = try await OutsideSigner(.p256, subject: "/CN=회사/serialNumber=2208162517")
        _ = try contract.accepted(await firm.sign(contract.download), of: firm) {
            $0.business = .any
        }
    }

    @Test(
        "what is no business's number makes nobody a business",
        arguments: [
            "", "/serialNumber=2208162518", "/serialNumber=PNOCZ-2208162517",
            "/serialNumber=IDCKR-220-81-62517",
        ])
    func person(attribute: String) async throws {
        let contract = try PreparedContract()
        let person = try await OutsideSigner(.p256, subject: "/CN=홍길동\(attribute)")
        let upload = try await person.sign(contract.download)
        #expect(throws: ExternalSignatureProblem.businessNumberMissing) {
            try contract.accepted(upload, of: person) { $0.business = .any }
        }
    }

    @Test("a certificate without a number is nobody's business")
    func none() async throws {
        let signer = try await OutsideSigners.signer(.p256)
        #expect(try await check(signer, Self.number) == .businessNumberMissing)
    }

    /// HashContent of KCAC.TS.SIVID, written out by hand.
    private static var hashContent: [UInt8] {
        let digits = Array("1234567890".utf8)
        return [0x30, 35, 0x13, 10] + digits + [0x03, 21, 0] + random
    }

    private static var extensions: String {
        let hash = SHA256.hash(data: Data(SHA256.hash(data: Data(hashContent))))
        let digits = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return OutsideSigner.signer + """

            subjectAltName=otherName:1.2.410.200004.10.1.1;SEQUENCE:identify
            [identify]
            name=UTF8:Company
            info=SEQUENCE:infos
            [infos]
            first=SEQUENCE:attribute
            [attribute]
            type=OID:1.2.410.200004.10.1.1.1
            value=SEQUENCE:identity
            [identity]
            hash=SEQUENCE:algorithm
            id=EXPLICIT:0,FORMAT:HEX,OCTETSTRING:\(digits)
            [algorithm]
            oid=OID:2.16.840.1.101.3.4.2.1
            """
    }

    @Test("one hidden as in Korea's NPKI is proven by the random bits of the key file")
    func hidden() async throws {
        let signer = try await OutsideSigner(.rsa2048, extensions: Self.extensions)
        #expect(try await check(signer, Self.number, random: Self.random) == nil)
        #expect(
            try await check(signer, "123-45-67891", random: Self.random) == .otherBusiness)
        #expect(try await check(signer, Self.number, random: [1]) == .otherBusiness)
        #expect(try await check(signer, Self.number) == .businessNumberMissing)
    }

    @Test(
        "what is not ten digits is no number",
        arguments: ["", "123456789", "12345678901", "１２３４５６７８９０"])
    func malformed(text: String) {
        #expect(BusinessNumber(text) == nil)
    }
}
