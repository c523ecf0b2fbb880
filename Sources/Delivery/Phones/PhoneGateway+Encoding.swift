import Domain

extension PhoneGateway.Encoding {
    func value(_ text: String) -> String {
        switch self {
        case .json: String(JSONString.quoted(text).dropFirst().dropLast())
        case .form: Self.percentEncoded(text)
        }
    }

    func object(_ pairs: [(name: String, value: String)]) -> String {
        let members = pairs.map { "\(JSONString.quoted($0.name)):\(JSONString.quoted($0.value))" }
        let object = "{" + members.joined(separator: ",") + "}"
        return switch self {
        case .json: object
        case .form: Self.percentEncoded(object)
        }
    }

    /// All but what RFC 3986 §2.3 leaves alone; a blank is `%20`, which every decoder of forms
    /// reads.
    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            unreserved.contains(byte)
                ? String(Unicode.Scalar(byte)) : "%" + hexadecimal([byte]).uppercased()
        }.joined()
    }

    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
}
