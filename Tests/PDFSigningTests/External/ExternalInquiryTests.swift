import Foundation
import PDFSigning
import TamgaTestKit
import Testing

@Suite("Asking about the certificates of signatures made elsewhere")
struct ExternalInquiryTests {
    /// One list at one address, and nothing else anywhere.
    private struct Publisher: RevocationSource {
        let list: [UInt8]

        func revocationList(at url: String) async throws -> [UInt8]? {
            url == ExternalInquiryTests.address ? list : nil
        }

        func ocspResponse(to request: [UInt8], from url: String) async throws -> [UInt8]? { nil }
        func certificate(at url: String) async throws -> [UInt8]? { nil }
    }

    fileprivate static let address = "http://ca.example.org/root.crl"

    @Test("a list at the place that the certificate names is fetched and obeyed")
    func fetched() async throws {
        let signer = try await OutsideSigner(
            .p256,
            extensions: OutsideSigner.signer + "\ncrlDistributionPoints=URI:\(Self.address)")
        let contract = try PreparedContract()
        let upload = try await signer.sign(contract.download)
        var policy = ValidationPolicy(
            anchors: try TrustAnchors(files: [signer.root]), revocation: .wherePublished)
        let before = #expect(throws: ExternalSignatureProblem.self) {
            try contract.accepted(upload, of: signer) { $0.policy = policy }
        }
        #expect(before?.name == "revocationUnknown")

        let publisher = Publisher(list: try await signer.listWithSigner())
        policy.evidence = try await ExternalSignature(upload: upload)
            .inquiry(under: policy, at: Date(), fetching: publisher)
        let after = #expect(throws: ExternalSignatureProblem.self) {
            try contract.accepted(upload, of: signer) { $0.policy = policy }
        }
        #expect(after?.name == "revoked")
    }
}
