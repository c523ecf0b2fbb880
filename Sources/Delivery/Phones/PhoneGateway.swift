public import Letters
public import Outbound

/// Where messages to phones are handed over by HTTP, and in which shape: what the operator's file
/// says of his gateway.
public struct PhoneGateway: Equatable, Sendable {
    /// How values are put into the body.
    public enum Encoding: Equatable, Sendable {
        /// Inside of JSON strings; `{{variables}}` is an object of its own.
        case json
        /// As values of a form, percent-encoded; `{{variables}}` is a JSON object in one value.
        case form
    }

    /// What the body may be filled with.
    public enum Placeholder: String, CaseIterable, Sendable {
        /// Stays the same however often a message is tried.
        case id
        /// Digits.
        case phone
        case text
        /// By which the gateway knows the registered text.
        case code
        /// Of the registered text, by the gateway's names.
        case variables
    }

    public var url: String
    public var method: OutboundRequest.Method
    /// Secrets among them.
    public var headers: [String: String]
    public var encoding: Encoding
    public var body: GatewayTemplate<Placeholder>
    public var texts: RegisteredTexts
    /// Ranges beside the public internet in which the gateway may lie.
    public var allowed: [AddressRange]

    public init(
        url: String, method: OutboundRequest.Method = .post,
        headers: [String: String], encoding: Encoding,
        body: GatewayTemplate<Placeholder>, texts: RegisteredTexts = RegisteredTexts(),
        allowed: [AddressRange] = []
    ) {
        self.url = url
        self.method = method
        self.headers = headers
        self.encoding = encoding
        self.body = body
        self.texts = texts
        self.allowed = allowed
    }

    /// The request that hands a message over.
    public func request(for message: PhoneMessage) -> OutboundRequest {
        let text = texts[message.kind]
        let filled = body.filled { placeholder in
            switch placeholder {
            case .id: encoding.value(message.letter.id)
            case .phone: encoding.value(message.letter.to)
            case .text: encoding.value(text.words(of: message))
            case .code: encoding.value(text.code)
            case .variables: encoding.object(text.variables(of: message))
            }
        }
        return OutboundRequest(
            method, url, headers: headers.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 },
            body: Array(filled.utf8))
    }
}
