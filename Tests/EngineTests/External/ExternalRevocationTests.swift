import Foundation
import PDFSigning
import TamgaTestKit
import Testing

@testable import Domain

@Suite("The revocation of certificates that sign elsewhere")
struct ExternalRevocationTests {
    private static let address = "http://ca.example.org/root.crl"

    /// One list at one address, and nothing else anywhere.
    private struct Publisher: RevocationSource {
        let list: [UInt8]?

        func revocationList(at url: String) async throws -> [UInt8]? {
            url == ExternalRevocationTests.address ? list : nil
        }

        func ocspResponse(to request: [UInt8], from url: String) async throws -> [UInt8]? { nil }
        func certificate(at url: String) async throws -> [UInt8]? { nil }
    }

    private func outside(
        _ kind: OutsideSigner.Kind = .p256, _ list: (OutsideSigner) async throws -> [UInt8]?
    ) async throws -> ExternalEngines {
        let signer = try await OutsideSigner(
            kind, extensions: OutsideSigner.signer + "\ncrlDistributionPoints=URI:\(Self.address)")
        return try ExternalEngines(signer, evidence: Publisher(list: await list(signer)))
    }

    private func accepted(
        _ outside: ExternalEngines, _ document: Document
    ) async throws -> ExternalAcceptance.Accepted {
        try await outside.accepted(document, outside.prepared(document)) {
            try await outside.signer.sign($0)
        }
    }

    @Test("a revoked one is refused", arguments: ExternalSignatureTests.kinds)
    func revoked(kind: OutsideSigner.Kind) async throws {
        let outside = try await outside(kind) { try await $0.listWithSigner() }
        let document = try await outside.send()
        await #expect(throws: ExternalProblem.revoked) { try await accepted(outside, document) }
    }

    @Test("where nothing is to be had of it, the signer is told to try again")
    func unknown() async throws {
        let outside = try await outside { _ in nil }
        let document = try await outside.send()
        await #expect(throws: ExternalProblem.revocationUnknown) {
            try await accepted(outside, document)
        }
    }

    @Test("the list that it was found good by goes into the sealed file")
    func kept() async throws {
        let outside = try await outside { try await $0.emptyList() }
        let document = try await outside.send()
        let accepted = try await accepted(outside, document)
        try await outside.commit(accepted, to: document)
        let path = try await outside.finish(document)
        let own = [UInt8](try Data(contentsOf: URL(filePath: await outside.engines.root())))
        let found = try await outside.engines.ports.workshop.validate(
            path, trusting: [own, outside.signer.root], at: outside.engines.now)
        let revocation = found.signatures[1].verdicts.first { $0.examination == .revocation }
        #expect(revocation?.outcome == .passed)
    }
}
