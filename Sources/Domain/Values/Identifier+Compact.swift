internal import FoundationEssentials

extension Identifier {
    /// 32 lower-case hexadecimal digits: the same UUID in another spelling (contract SignOK, Ids).
    public var compact: String {
        withUnsafeBytes(of: uuid.uuid) { hexadecimal($0) }
    }

    /// Digits in any case; `nil` for any other text.
    public init?(compact text: String) {
        guard text.utf8.count == 32 else { return nil }
        var guid = ""
        for (index, digit) in text.enumerated() {
            if [8, 12, 16, 20].contains(index) { guid.append("-") }
            guid.append(digit)
        }
        self.init(guid)
    }
}
