import FoundationEssentials

/// What the judgement of a signer's certificate rested on, for who judges it again when its
/// authority answers no more.
public struct SignerEvidence: Hashable, Sendable {
    /// The path's certificates, the signer's first, and what was known of their revocation.
    public let data: ValidationData
    /// DER of the trusted certificate to which the path led.
    public let anchor: [UInt8]

    init(data: ValidationData, anchor: [UInt8]) {
        self.data = data
        self.anchor = anchor
    }
}

extension SignerEvidence {
    private struct Stored: Codable {
        let anchor: Data
        let certificates, revocationLists, ocspResponses: [Data]
    }

    /// The stored form: JSON with each value in base64.
    public func encoded() throws -> [UInt8] {
        let stored = Stored(
            anchor: Data(anchor), certificates: data.certificates.map { Data($0) },
            revocationLists: data.revocationLists.map { Data($0) },
            ocspResponses: data.ocspResponses.map { Data($0) })
        return [UInt8](try JSONEncoder().encode(stored))
    }

    /// Reads ``encoded()``.
    public init(encoded: [UInt8]) throws {
        let stored = try JSONDecoder().decode(Stored.self, from: Data(encoded))
        anchor = [UInt8](stored.anchor)
        data = ValidationData(
            certificates: stored.certificates.map { [UInt8]($0) },
            revocationLists: stored.revocationLists.map { [UInt8]($0) },
            ocspResponses: stored.ocspResponses.map { [UInt8]($0) })
    }
}
