public import struct FoundationEssentials.Date

/// What a signature says of itself in its dictionary (ISO 32000-2 §12.8.1, table 255).
///
/// There is no signing-time attribute in the CMS: `date` is the signing time (EN 319 142-1 §5.2).
public struct SignatureClaim: Hashable, Sendable {
    /// The signer's name, as people read it.
    public var name: String
    public var reason: String?
    public var location: String?
    public var date: Date

    public init(name: String, reason: String? = nil, location: String? = nil, date: Date) {
        self.name = name
        self.reason = reason
        self.location = location
        self.date = date
    }
}

/// What may still change after a certification (ISO 32000-2 §12.8.2.2, table 257, key P).
public enum CertificationLevel: Int, Codable, Hashable, Sendable {
    case noChanges = 1
    case formFilling = 2
    case annotations = 3
}
