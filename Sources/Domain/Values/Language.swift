/// A language in which Tamga speaks to people (BCP 47 primary subtag).
public enum Language: String, Codable, CaseIterable, Sendable {
    case english = "en"
    case korean = "ko"
    case russian = "ru"
}
