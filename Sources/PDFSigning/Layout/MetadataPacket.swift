/// Whether a document's metadata are an XMP packet in well-formed XML, by its tags alone.
///
/// Validators of changes parse the metadata of every signed revision, and call a change forbidden
/// whose metadata they cannot read, although nobody changed them.
struct MetadataPacket {
    private var rest: ArraySlice<UInt8>
    private var open: [[UInt8]] = []
    private var rootCount = 0

    private static let depthLimit = 256
    private static let entities: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

    /// - Parameter bytes: the decoded stream.
    static func isWellFormed(_ bytes: [UInt8]) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        var packet = MetadataPacket(rest: bytes[...])
        packet.drop("\u{FEFF}")
        while !packet.rest.isEmpty {
            guard packet.takeText(), packet.takeMarkup() else { return false }
        }
        return packet.open.isEmpty && packet.rootCount == 1
    }

    private init(rest: ArraySlice<UInt8>) { self.rest = rest }

    /// Up to the next tag: entities must be those that every reader knows.
    private mutating func takeText() -> Bool {
        let text = rest.prefix { $0 != UInt8(ascii: "<") }
        rest = rest.dropFirst(text.count)
        guard !open.isEmpty else { return text.allSatisfy { $0 <= 0x20 } }
        return Self.hasKnownEntities(text)
    }

    private static func hasKnownEntities(_ text: ArraySlice<UInt8>) -> Bool {
        text.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst()
            .allSatisfy { part in
                guard let end = part.firstIndex(of: UInt8(ascii: ";")) else { return false }
                let name = String(decoding: part[..<end], as: UTF8.self)
                return entities.contains(name) || name.hasPrefix("#")
            }
    }

    private mutating func takeMarkup() -> Bool {
        if rest.isEmpty { return true }
        if drop("<?") { return dropThrough("?>") }
        if drop("<!--") { return dropThrough("-->") }
        if drop("<![CDATA[") { return !open.isEmpty && dropThrough("]]>") }
        if drop("</") { return takeEnd() }
        // A document type could define anything.
        return !rest.starts(with: "<!".utf8) && drop("<") && takeStart()
    }

    private mutating func takeEnd() -> Bool {
        let name = takeName()
        dropSpace()
        return !name.isEmpty && open.popLast() == name && drop(">")
    }

    private mutating func takeStart() -> Bool {
        let name = takeName()
        guard !name.isEmpty, open.count < Self.depthLimit, let attributes = takeAttributes() else {
            return false
        }
        if open.isEmpty {
            rootCount += 1
            guard Self.isPacket(name, attributes) else { return false }
        }
        if drop("/>") { return true }
        open.append(name)
        return drop(">")
    }

    /// The root is `xmpmeta` of Adobe's namespace (ISO 16684-1, 7.3.3).
    private static func isPacket(_ name: [UInt8], _ attributes: [[UInt8]: [UInt8]]) -> Bool {
        let parts = name.split(separator: UInt8(ascii: ":"))
        guard parts.last.map({ $0.elementsEqual("xmpmeta".utf8) }) == true else { return false }
        let prefix = parts.count == 2 ? Array(":".utf8) + parts[0] : []
        return attributes[Array("xmlns".utf8) + prefix]?.elementsEqual("adobe:ns:meta/".utf8)
            ?? false
    }

    private mutating func takeAttributes() -> [[UInt8]: [UInt8]]? {
        var attributes: [[UInt8]: [UInt8]] = [:]
        while true {
            dropSpace()
            let name = takeName()
            if name.isEmpty { return attributes }
            guard let value = takeValue(), attributes.updateValue(value, forKey: name) == nil
            else { return nil }
        }
    }

    private mutating func takeValue() -> [UInt8]? {
        dropSpace()
        guard drop("=") else { return nil }
        dropSpace()
        guard let quote = rest.popFirst(), [0x22, 0x27].contains(quote),
            let end = rest.firstIndex(of: quote)
        else { return nil }
        let value = rest[..<end]
        rest = rest[(end + 1)...]
        let isPlain = !value.contains(UInt8(ascii: "<")) && Self.hasKnownEntities(value)
        return isPlain ? Array(value) : nil
    }

    private mutating func takeName() -> [UInt8] {
        let name = rest.prefix { $0 > 0x20 && !Array("<>/='\"&?!".utf8).contains($0) }
        rest = rest.dropFirst(name.count)
        return Array(name)
    }

    private mutating func dropSpace() { rest = rest.drop { $0 <= 0x20 } }

    @discardableResult
    private mutating func drop(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func dropThrough(_ text: String) -> Bool {
        while let start = rest.firstIndex(of: text.utf8.first ?? 0) {
            rest = rest[start...]
            if drop(text) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
