public import HTTPTypes
public import HummingbirdCore

extension Response {
    /// A JSON answer; UTF-8, as the charset says.
    public init(json value: some JSONWritable, status: HTTPResponse.Status = .ok) {
        self.init(json: JSONText(value), status: status)
    }

    /// The same of what is written already.
    public init(json text: JSONText, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: Self.jsonType],
            body: ResponseBody(byteBuffer: text.buffer))
    }

    public static let jsonType = "application/json; charset=utf-8"
}
