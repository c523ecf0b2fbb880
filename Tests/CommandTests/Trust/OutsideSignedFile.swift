import Foundation
import PDFCore
import PDFSigning
import TamgaTestKit

/// A PDF that openssl has signed, prepared under /adbe.pkcs7.detached.
enum OutsideSignedFile {
    static func bytes(by signer: OutsideSigner) async throws -> [UInt8] {
        let base = SamplePDF.plain().bytes()
        var session = try SigningSession(MemorySource(base))
        let claim = SignatureClaim(name: "Outside Signer", date: Date())
        let prepared = try session.prepared(
            FileSignature(claim, format: .pkcs7), contentsRoom: ExternalSignature.contentsRoom)
        let bytes = try BytesToSign(of: prepared.update, after: MemorySource(base))
        let signature = try await signer.sign(bytes.read(0..<bytes.count))
        return base + (try session.append(prepared, filledWith: signature)).bytes
    }
}
