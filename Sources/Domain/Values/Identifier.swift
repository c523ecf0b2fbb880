public import FoundationEssentials

/// A random (version 4) UUID that cannot be confused with the id of another kind of thing.
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
        uuid = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
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
