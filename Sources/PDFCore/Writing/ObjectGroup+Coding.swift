import FoundationEssentials

/// Coded with each object's bytes in base64.
extension ObjectGroup: Codable {
    private enum CodingKeys: CodingKey { case pieces, references, main }

    public convenience init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let pieces = try container.decode([[Data]].self, forKey: .pieces)
        let references = try container.decode([[Int]].self, forKey: .references)
        let main = try container.decode(Int.self, forKey: .main)
        // Whatever is stored can be damaged; the members are indexed without further checks.
        guard pieces.count == references.count, pieces.indices.contains(main),
            zip(pieces, references).allSatisfy({ $0.count == $1.count + 1 }),
            references.joined().allSatisfy(pieces.indices.contains)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .references, in: container, debugDescription: "not a group of objects")
        }
        let members = zip(pieces, references).map { pieces, references in
            Member(pieces: pieces.map { [UInt8]($0) }, references: references)
        }
        self.init(members: members, main: main)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(members.map { $0.pieces.map { Data($0) } }, forKey: .pieces)
        try container.encode(members.map(\.references), forKey: .references)
        try container.encode(main, forKey: .main)
    }
}
