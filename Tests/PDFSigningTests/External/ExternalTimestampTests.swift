import CMS
import FoundationEssentials
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite("Our timestamps on signatures made elsewhere")
struct ExternalTimestampTests {
    private func accepted(
        _ kind: OutsideSigner.Kind, in contract: PreparedContract
    ) async throws -> AcceptedSignature {
        let signer = try await OutsideSigners.signer(kind)
        return try contract.accepted(await signer.sign(contract.download), of: signer)
    }

    private func token(_ value: [UInt8], in contract: PreparedContract) throws -> [UInt8] {
        try TestAuthority(of: contract.ceremony.pki)
            .token(over: DigestAlgorithm.sha256.hash(value))
    }

    @Test("one is added without a change of what is signed", arguments: OutsideSigners.kinds)
    func added(kind: OutsideSigner.Kind) async throws {
        let contract = try PreparedContract()
        let signature = try await accepted(kind, in: contract)
        let token = try token(signature.value, in: contract)
        #expect(signature.hasRoom(forTimestampOf: token.count))
        let file = try contract.file(with: signature.timestamped(by: token))
        let report = VerificationReport(of: MemorySource(file))
        #expect(report.isIntact, "\(report.complaints)")
        #expect(report.signatures.last?.container?.signer.timestampTokens == [token])
    }

    @Test("one over something else is refused")
    func foreign() async throws {
        let contract = try PreparedContract()
        let signature = try await accepted(.p256, in: contract)
        #expect(throws: SigningError.foreignTimestamp) {
            try signature.timestamped(by: token([1, 2, 3], in: contract))
        }
    }

    @Test("where none fits, that is known before one is asked for")
    func noRoom() async throws {
        let contract = try PreparedContract(room: 1200)
        let signature = try await accepted(.p256, in: contract)
        let token = try token(signature.value, in: contract)
        #expect(!signature.hasRoom(forTimestampOf: token.count))
        #expect(throws: SigningError.self) { try signature.timestamped(by: token) }
    }
}
