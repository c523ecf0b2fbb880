import Domain
import FoundationEssentials
import HTTPCommon

extension EntryOrder {
    init(_ field: JSONField) throws(Refusal) {
        let key = try field.member("key")
        guard let name = try key.looseText() else { throw key.missing }
        self.init(path: field.path, key: name, value: try Self.value(field))
    }

    /// Of several, the picture counts before the tick, and this before the text.
    private static func value(_ field: JSONField) throws(Refusal) -> Value {
        if let picture = try picture(field.member("image")) { return .picture(picture) }
        if let isTicked = try field.member("checked").looseBoolean() { return .tick(isTicked) }
        let value = try field.member("value")
        switch value.value {
        case .null: throw value.missing
        case .boolean(let isTicked): return .tick(isTicked)
        default: return .text(try value.looseText() ?? "")
        }
    }

    /// At most 512 KiB; what it shows is looked at where everything else is right.
    private static func picture(_ field: JSONField) throws(Refusal) -> [UInt8]? {
        guard let text = try field.looseText() else { return nil }
        guard let data = Data(base64Encoded: text) else { throw field.malformed }
        guard data.count <= Self.pictureByteLimit else {
            throw .invalid(path: field.path, .unusablePicture)
        }
        return [UInt8](data)
    }

    private static let pictureByteLimit = 512 << 10
}
