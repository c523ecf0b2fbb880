import CMS
import FoundationEssentials
import PDFSigning
import Synchronization
import TamgaTestKit

/// The authorities beside the signer: timestamps of a clock that goes on by a minute each time,
/// and the revocation lists of a little PKI.
final class TestAuthority: Sendable {
    private let signer: TimestampSigner
    private let minutes = Mutex(0)
    let evidence: ValidationData

    init(of pki: TestPKI) throws {
        let holder = try pki.timestamper("Test Time")
        signer = try TimestampSigner(
            certificate: holder.der, chain: [pki.issuing.der], key: PrivateKey(holder.key),
            policy: "2.25.1.2.3")
        evidence = ValidationData(
            certificates: [try pki.root.der, try pki.issuing.der],
            revocationLists: [
                try Self.list(of: pki.root), try Self.list(of: pki.issuing),
            ])
    }

    private static func list(of holder: TestPKI.Holder) throws -> [UInt8] {
        try CertificateListMaker(issuer: holder.der, key: PrivateKey(holder.key)).list(
            number: 1, thisUpdate: Ceremony.started,
            nextUpdate: Ceremony.started.addingTimeInterval(86_400 * 3650), revoked: [])
    }

    func token(over digest: [UInt8]) throws -> [UInt8] {
        let minute = minutes.withLock { minutes in
            minutes += 1
            return minutes
        }
        let request = try TimestampRequest(imprint: digest, nonce: [1, 2, 3])
        let response = try signer.response(
            to: request, serial: [UInt8(minute)],
            at: Ceremony.started.addingTimeInterval(Double(minute) * 60))
        return try response.token(for: request).der
    }

    /// - Parameter room: that which signing expects a token to need.
    func source(room: Int? = nil) -> TokenSource {
        TokenSource(tokenRoom: room ?? signer.maximumByteCount()) { try self.token(over: $0) }
    }

    func collector() throws -> EvidenceCollector {
        try EvidenceCollector(known: evidence, at: Ceremony.started.addingTimeInterval(3600))
    }
}
