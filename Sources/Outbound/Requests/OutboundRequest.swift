/// What to send to somebody else's server.
public struct OutboundRequest: Equatable, Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    public var method: Method
    /// `http:` or `https:`, without user and password.
    public var url: String
    /// Beside Host and Content-Length.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(
        _ method: Method, _ url: String, headers: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.method == right.method && left.url == right.url && left.body == right.body
            && left.headers.elementsEqual(right.headers, by: ==)
    }
}

/// What came back. A redirect is an answer like any other; it is never followed.
public struct OutboundAnswer: Equatable, Sendable {
    public let status: Int
    public let contentType: String?
    public let body: [UInt8]

    public init(status: Int, contentType: String?, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    public var isSuccess: Bool { (200..<300).contains(status) }
}

/// Why there is no answer.
public enum OutboundFailure: Error, Equatable, Sendable, CustomStringConvertible {
    case malformedURL(String)
    case unknownHost(String)
    /// The host is, or also is, at an address that the rules do not permit.
    case forbiddenAddress(host: String, IPAddress)
    case unreachable(host: String, String)
    /// Nothing, or not all of it, within the given time.
    case silence(host: String, Duration)
    case answerTooLarge(host: String, limit: Int)

    public var description: String {
        switch self {
        case .malformedURL(let url): "\(url) is no http or https URL"
        case .unknownHost(let host): "the host \(host) is not known"
        case .forbiddenAddress(let host, let address):
            "\(host) is at \(address), which is not allowed; see the setting outbound-allow"
        case .unreachable(let host, let reason): "\(host) cannot be reached: \(reason)"
        case .silence(let host, let time): "\(host) did not answer within \(time)"
        case .answerTooLarge(let host, let limit):
            "\(host) answered with more than \(limit) bytes"
        }
    }
}
