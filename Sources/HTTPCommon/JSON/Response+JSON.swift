public import HTTPTypes
public import HummingbirdCore

extension Response {
    /// A JSON answer; UTF-8, as the charset says.
    public init(json value: some JSONWritable, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: Self.jsonType],
            body: ResponseBody(byteBuffer: JSONText(value).buffer))
    }

    public static let jsonType = "application/json; charset=utf-8"
}
