import HTTPTypes
public import HummingbirdCore

extension Response {
    /// The answer to HEAD: the same without a body (RFC 9110 §9.3.2).
    public var withoutBody: Response {
        var head = createHeadResponse()
        // A streamed answer does not know its length, and must not claim to be empty.
        head.headers[.contentLength] = headers[.contentLength]
        return head
    }
}
