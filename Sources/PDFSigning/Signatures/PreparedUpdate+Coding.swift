import FoundationEssentials

/// Coded with the delta as one base64 string.
extension PreparedUpdate: Codable {
    private enum CodingKeys: CodingKey {
        case delta, start, hole, preceding, following, field, isDocumentTimestamp
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        delta = [UInt8](try container.decode(Data.self, forKey: .delta))
        start = try container.decode(Int.self, forKey: .start)
        hole = try container.decode(Range<Int>.self, forKey: .hole)
        preceding = try container.decode(SHA256State.self, forKey: .preceding)
        following = try container.decode(RevisionStructure.self, forKey: .following)
        field = try container.decode(String.self, forKey: .field)
        isDocumentTimestamp = try container.decode(Bool.self, forKey: .isDocumentTimestamp)
        // Whatever is stored can be damaged; the hole is indexed without further checks.
        guard hole.count > 1, start >= 0, hole.lowerBound >= start,
            hole.upperBound - start <= delta.count
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .hole, in: container, debugDescription: "the hole leaves the update")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Data(delta), forKey: .delta)
        try container.encode(start, forKey: .start)
        try container.encode(hole, forKey: .hole)
        try container.encode(preceding, forKey: .preceding)
        try container.encode(following, forKey: .following)
        try container.encode(field, forKey: .field)
        try container.encode(isDocumentTimestamp, forKey: .isDocumentTimestamp)
    }
}
