/// A file that the sender asks of a recipient.
public struct AttachmentRequest: Equatable, Codable, Sendable {
    public let name: String
    public let description: String
    public let isRequired: Bool

    public init(name: String, description: String, isRequired: Bool) {
        self.name = name
        self.description = description
        self.isRequired = isRequired
    }
}
