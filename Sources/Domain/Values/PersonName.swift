/// A person's name in the order of the contracts: last name, first name, patronymic.
public struct PersonName: Hashable, Codable, Sendable {
    public let lastName: String
    public let firstName: String
    public let patronymic: String?

    public init(lastName: String, firstName: String, patronymic: String? = nil) {
        self.lastName = lastName
        self.firstName = firstName
        self.patronymic = patronymic
    }

    /// First word, second, rest; what is missing is empty. `nil` for a blank text.
    public init?(_ text: String) {
        let words = text.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init)
        guard let lastName = words.first else { return nil }
        let patronymic = words.dropFirst(2).joined(separator: " ")
        self.init(
            lastName: lastName, firstName: words.count > 1 ? words[1] : "",
            patronymic: patronymic.isEmpty ? nil : patronymic)
    }

    /// "Фамилия Имя Отчество".
    public var full: String {
        var full = lastName
        for part in [firstName, patronymic ?? ""] where !part.isEmpty {
            full += full.isEmpty ? part : " " + part
        }
        return full
    }
}
