public import FoundationEssentials

/// A random UUID (RFC 9562, version 4 or 7) that cannot be confused with the id of another kind of thing.
///
/// Printed as an upper-case hyphenated GUID, read in any case (contract LightDoc, IDs).
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let uuid: UUID

    public init(_ uuid: UUID) {
        self.uuid = uuid
    }

    /// `nil` where the text is no hyphenated GUID.
    public init?(_ text: some StringProtocol) {
        guard let bytes = GUID.bytes(of: String(text)) else { return nil }
        self.init(bytes: bytes)
    }

    /// Sixteen bytes, of which the version and the variant are set.
    static func version(_ version: UInt8, of b: [UInt8]) -> Self {
        Self(
            UUID(
                uuid: (
                    b[0], b[1], b[2], b[3], b[4], b[5], b[6] & 0x0F | version << 4, b[7],
                    b[8] & 0x3F | 0x80, b[9], b[10], b[11], b[12], b[13], b[14], b[15]
                )))
    }

    /// `nil` unless there are sixteen.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        uuid = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    /// Sixteen, in the order of the text.
    public var bytes: [UInt8] {
        withUnsafeBytes(of: uuid.uuid) { Array($0) }
    }

    public var description: String {
        withUnsafeBytes(of: uuid.uuid) { GUID.text(of: $0) }
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.description < right.description
    }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        uuid = try UUID(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try uuid.encode(to: encoder)
    }
}

public typealias AccountID = Identifier<Account>
public typealias UserID = Identifier<User>
public typealias TokenID = Identifier<AccessToken>
public typealias APIClientID = Identifier<APIClient>
public typealias TokenPairID = Identifier<TokenPair>
public typealias TokenFamilyID = Identifier<TokenFamily>
public typealias DocumentID = Identifier<Document>
public typealias RecipientID = Identifier<Recipient>
public typealias FileID = Identifier<DocumentFile>
public typealias ConfirmationID = Identifier<Confirmation>
public typealias TemplateID = Identifier<Template>
public typealias BulkID = Identifier<BulkPlace>
public typealias JobID = Identifier<Job>
