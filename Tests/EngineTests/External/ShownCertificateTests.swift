import Authority
import Foundation
import TamgaTestKit
import Testing

@testable import Domain

@Suite("A certificate shown by a signature of the openssl command")
struct ShownCertificateTests {
    private static let challenge = Array("sign this\n".utf8)
    private static let subject = "/CN=Outside Signer/serialNumber=1234567890"

    private func shown(
        _ outside: ExternalEngines, _ upload: [UInt8], number: String = "123-45-67890"
    ) async throws -> CertificateFacts {
        try await outside.engines.ports.external.workshop.certificate(
            in: ShownCertificate(
                upload: upload, challenge: Self.challenge,
                anchors: outside.trust.anchors(),
                business: .number(number), at: outside.engines.now))
    }

    @Test(
        "is known when it is the business's",
        arguments: ExternalSignatureTests.kinds)
    func known(kind: OutsideSigner.Kind) async throws {
        let outside = try ExternalEngines(await OutsideSigner(kind, subject: Self.subject))
        let upload = try await outside.signer.sign(Self.challenge)
        #expect(try await shown(outside, upload).commonName == "Outside Signer")
    }

    @Test("is refused over other bytes, of another business, and where nobody trusts it")
    func refused() async throws {
        let outside = try ExternalEngines(await OutsideSigner(.p256, subject: Self.subject))
        let other = try await outside.signer.sign([1])
        await #expect(throws: ExternalProblem.otherBytes) { try await shown(outside, other) }
        let upload = try await outside.signer.sign(Self.challenge)
        await #expect(throws: ExternalProblem.otherBusiness) {
            try await shown(outside, upload, number: "1234567891")
        }
        let stranger = try await OutsideSigner(.p256, subject: Self.subject)
        let foreign = try await stranger.sign(Self.challenge)
        await #expect(throws: ExternalProblem.untrusted) { try await shown(outside, foreign) }
    }
}
