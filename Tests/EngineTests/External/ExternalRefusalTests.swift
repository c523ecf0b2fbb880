import CMS
import PDFSigning
import TamgaTestKit
import Testing

@testable import Domain

@Suite("What is refused of signatures made elsewhere")
struct ExternalRefusalTests {
    private func problem(
        _ outside: ExternalEngines, business: BusinessProof? = nil, neededRoom: Int? = nil,
        _ upload: @escaping ([UInt8]) async throws -> [UInt8]
    ) async throws -> ExternalProblem? {
        let document = try await outside.send()
        let prepared = try await outside.prepared(document, neededRoom: neededRoom)
        return await #expect(throws: ExternalProblem.self) {
            _ = try await outside.accepted(document, prepared, business: business, upload)
        }
    }

    @Test("one over other bytes", arguments: ExternalSignatureTests.kinds)
    func otherBytes(kind: OutsideSigner.Kind) async throws {
        let outside = try await ExternalEngines(kind)
        let found = try await problem(outside) { try await outside.signer.sign($0 + [0]) }
        #expect(found == .otherBytes)
    }

    @Test("one by a certificate that nobody trusts")
    func untrusted() async throws {
        let outside = try await ExternalEngines(.p256)
        let stranger = try await OutsideSigner(.p256)
        #expect(try await problem(outside) { try await stranger.sign($0) } == .untrusted)
    }

    @Test("one by an expired certificate")
    func expired() async throws {
        let signer = try await OutsideSigner(.p256)
        let outside = try ExternalEngines(signer, later: 9)
        #expect(try await problem(outside) { try await signer.sign($0) } == .expired)
    }

    @Test("one by two signers")
    func twoSigners() async throws {
        let outside = try await ExternalEngines(.p256)
        let second = try await OutsideSigner(.p256)
        let found = try await problem(outside) {
            try await outside.signer.sign($0, second.asSecond())
        }
        #expect(found == .severalSigners)
    }

    @Test("one with the content in it")
    func embeddedContent() async throws {
        let outside = try await ExternalEngines(.p256)
        let found = try await problem(outside) { _ in
            try await outside.signer.sign([1, 2, 3], ["-nodetach"])
        }
        #expect(found == .embeddedContent)
    }

    @Test("one by a certificate for servers")
    func wrongUsage() async throws {
        let signer = try await OutsideSigner(
            .p256, extensions: OutsideSigner.signer + "\nextendedKeyUsage=serverAuth")
        let outside = try ExternalEngines(signer)
        #expect(try await problem(outside) { try await signer.sign($0) } == .wrongUsage)
    }

    @Test("what is no signature at all", arguments: [[], [0x30, 0x80], Array("-----".utf8)])
    func nonsense(upload: [UInt8]) async throws {
        let outside = try await ExternalEngines(.p256)
        #expect(try await problem(outside) { _ in upload } == .unreadable)
    }

    @Test("more bytes than a signature has")
    func tooLarge() async throws {
        let outside = try await ExternalEngines(.p256)
        let found = try await problem(outside) { _ in [UInt8](repeating: 0x30, count: 65_537) }
        #expect(found == .uploadTooLarge(limit: 65_536))
    }

    @Test("one by another business, or by nobody's certificate")
    func otherBusiness() async throws {
        let business = try await OutsideSigner(
            .p256, subject: "/CN=Outside Signer/serialNumber=1234567890")
        let outside = try ExternalEngines(business)
        let other = try await problem(
            outside, business: .number("123-45-67891")
        ) { try await business.sign($0) }
        #expect(other == .otherBusiness)

        let person = try await ExternalEngines(.p256)
        let none = try await problem(
            person, business: .number("123-45-67890")
        ) { try await person.signer.sign($0) }
        #expect(none == .businessNumberMissing)
    }

    @Test("one that does not fit tells its measure, and the next room takes it")
    func roomExceeded() async throws {
        let comment = String(repeating: "x", count: 24_000)
        let extensions = OutsideSigner.signer + "\nnsComment=" + comment
        let signer = try await OutsideSigner(.p256, extensions: extensions)
        let outside = try ExternalEngines(signer)
        let found = try await problem(outside) { try await signer.sign($0) }
        guard case .roomExceeded(let measured, 24_576)? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        let document = try await outside.send()
        let prepared = try await outside.prepared(document, neededRoom: measured)
        #expect(prepared.room >= measured)
        _ = try await outside.accepted(document, prepared) { try await signer.sign($0) }
    }
}
