import FoundationEssentials
import PDFCore

/// Everything that signing a revision needs, so that none of its bytes is read again.
///
/// It is a cache: absent, or of another format version, it is rebuilt from the bytes.
public struct RevisionContext: Codable, Hashable, Sendable {
    public var structure: RevisionStructure
    /// SHA-256 over all bytes of the revision.
    public var digest: SHA256State

    public init(structure: RevisionStructure, digest: SHA256State) {
        self.structure = structure
        self.digest = digest
    }

    /// Length of the revision in bytes.
    public var byteCount: Int { structure.tail.byteCount }

    /// Whether this tells the same of the file as `rebuilt`, which knows no fonts.
    public func agrees(withRebuilt rebuilt: RevisionContext) -> Bool {
        var mine = self
        mine.structure.fonts = rebuilt.structure.fonts
        return mine == rebuilt
    }
}

extension RevisionContext {
    /// Raised whenever the stored form changes; other versions are rebuilt, never converted.
    public static let formatVersion = 3

    private struct Stored: Codable {
        let format: Int
        let context: RevisionContext

        init(_ context: RevisionContext) {
            format = RevisionContext.formatVersion
            self.context = context
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            format = try container.decode(Int.self, forKey: .format)
            // Of another version nothing more is understood.
            guard format == RevisionContext.formatVersion else {
                throw SigningError.unknownContextFormat(format)
            }
            context = try container.decode(RevisionContext.self, forKey: .context)
        }
    }

    /// The stored form: JSON with dictionaries in base64, equal for equal contexts.
    public func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return [UInt8](try encoder.encode(Stored(self)))
    }

    /// Reads ``encoded()``; throws ``SigningError/unknownContextFormat(_:)`` for other versions.
    public init(encoded: [UInt8]) throws {
        self = try JSONDecoder().decode(Stored.self, from: Data(encoded)).context
    }
}
