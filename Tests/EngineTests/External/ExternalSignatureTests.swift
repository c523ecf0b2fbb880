import Authority
import CMS
import Foundation
import TamgaTestKit
import Testing

@testable import Domain

@Suite("A signature that the openssl command made")
struct ExternalSignatureTests {
    static let kinds = OutsideSigner.Kind.allCases.filter {
        !$0.isGOST || GOSTEngine.isAvailable
    }

    private func signed(_ outside: ExternalEngines) async throws -> String {
        let document = try await outside.send()
        let prepared = try await outside.prepared(document)
        let accepted = try await outside.accepted(document, prepared) {
            try await outside.signer.sign($0)
        }
        try await outside.commit(accepted, to: document)
        return try await outside.finish(document)
    }

    @Test("is set in, timestamped and sealed, and the whole file is found good", arguments: kinds)
    func sealed(kind: OutsideSigner.Kind) async throws {
        let outside = try await ExternalEngines(kind)
        let path = try await signed(outside)
        let own = [UInt8](try Data(contentsOf: URL(filePath: await outside.engines.root())))
        let found = try await outside.engines.ports.workshop.validate(
            path, trusting: [own, outside.signer.root], at: outside.engines.now)
        #expect(found.indication == .passed, "\(found.signatures)")
        #expect(found.signatures.count == 4)
        let external = found.signatures[1]
        #expect(external.certificate?.subject == "CN=Outside Signer")
        #expect(external.level == nil && external.provenAt != nil)
    }

    @Test("tells the facts of the certificate that made it")
    func facts() async throws {
        let outside = try await ExternalEngines(.p256)
        let document = try await outside.send()
        let prepared = try await outside.prepared(document)
        let accepted = try await outside.accepted(document, prepared) {
            try await outside.signer.sign($0)
        }
        #expect(accepted.certificate.commonName == "Outside Signer")
        #expect(accepted.certificate.serial == "11")
        #expect(accepted.certificate.thumbprint.count == 40)
    }

    @Test(
        "is good for pyHanko too, by RSA and ECDSA",
        .enabled(if: PyHankoJudge.isAvailable, "TAMGA_PYTHON names no Python with pyHanko"),
        arguments: [OutsideSigner.Kind.rsa2048, .p256])
    func pyHanko(kind: OutsideSigner.Kind) async throws {
        let outside = try await ExternalEngines(kind)
        let path = try await signed(outside)
        let verdicts = try await PyHankoJudge.verdicts(
            on: path, trusting: [outside.engines.root(), outside.signer.rootDERFile])
        #expect(verdicts.count == 4 && verdicts.allSatisfy(\.isGood), "\(verdicts)")
    }

    @Test("stays good at the seal when its root is trusted no longer")
    func trustWithdrawn() async throws {
        let outside = try await ExternalEngines(.p256)
        let document = try await outside.send()
        let prepared = try await outside.prepared(document)
        let accepted = try await outside.accepted(document, prepared) {
            try await outside.signer.sign($0)
        }
        try await outside.commit(accepted, to: document)
        for certificate in try outside.trust.certificates() {
            try outside.trust.remove(certificate.id)
        }
        _ = try await outside.finish(document)
    }
}
