import Outbound
import PDFSigning

/// Evidence from the addresses that certificates name: others have chosen them, so every one is
/// judged before anything connects to it.
struct NetworkEvidence: RevocationSource {
    private let client: RevocationClient

    init(rules: AddressRules) {
        client = RevocationClient(by: OutboundClient(rules: rules))
    }

    func revocationList(at url: String) async throws -> [UInt8]? {
        try await client.revocationList(at: url)
    }

    func ocspResponse(to request: [UInt8], from url: String) async throws -> [UInt8]? {
        try await client.ocspResponse(to: request, from: url)
    }

    func certificate(at url: String) async throws -> [UInt8]? {
        try await client.certificate(at: url)
    }
}
