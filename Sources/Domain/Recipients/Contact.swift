/// How a person is reached and known: by e-mail, or by telephone.
public enum Contact: Hashable, Sendable, CustomStringConvertible {
    case email(EmailAddress)
    case phone(PhoneNumber)

    /// What holds an `@` is an address; `nil` for what is neither.
    public init?(_ text: String) {
        if text.utf8.contains(UInt8(ascii: "@")) {
            guard let email = EmailAddress(text) else { return nil }
            self = .email(email)
        } else {
            guard let phone = PhoneNumber(text) else { return nil }
            self = .phone(phone)
        }
    }

    /// As it was written; a telephone number in its stored form.
    public var text: String {
        switch self {
        case .email(let email): email.text
        case .phone(let phone): phone.text
        }
    }

    /// By which people are told apart.
    public var key: String {
        switch self {
        case .email(let email): email.key
        case .phone(let phone): phone.text
        }
    }

    public var description: String { text }

    public var email: EmailAddress? {
        if case .email(let email) = self { email } else { nil }
    }

    public var phone: PhoneNumber? {
        if case .phone(let phone) = self { phone } else { nil }
    }
}

extension Contact: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let contact = Contact(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "neither an address nor a telephone number")
        }
        self = contact
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
