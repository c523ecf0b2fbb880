public import HTTPCommon
public import HTTPTypes
public import Hummingbird
public import HummingbirdCore
public import Logging
public import NIOCore

/// Asks a router without a network.
public struct RouterClient: Sendable {
    private let responder: RouterResponder<TamgaContext>
    private let logger: Logger

    public init(
        _ router: Router<TamgaContext>,
        logger: Logger = Logger(label: "tests") { _ in SilentLog() }
    ) {
        responder = router.buildResponder()
        var logger = logger
        logger[metadataKey: "hb.request.id"] = "7e57"
        self.logger = logger
    }

    public func ask(
        _ method: HTTPRequest.Method, _ target: String, _ fields: HTTPFields = [:],
        body: RequestBody = RequestBody(buffer: ByteBuffer())
    ) async throws -> Reply {
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "https", authority: "sign.example.org", path: target,
                headerFields: fields),
            body: body)
        let context = TamgaContext(logger: logger, remoteAddress: "192.0.2.7")
        let response = try await responder.respond(to: request, context: context)
        let collected = CollectedBody()
        try await response.body.write(collected)
        return Reply(status: response.status, headers: response.headers, body: collected.bytes)
    }

    public func ask(
        _ method: HTTPRequest.Method, _ target: String, _ fields: HTTPFields = [:], body: String
    ) async throws -> Reply {
        let buffer = RequestBody(buffer: ByteBuffer(string: body))
        return try await ask(method, target, fields, body: buffer)
    }
}

/// What came back.
public struct Reply: Sendable {
    public let status: HTTPResponse.Status
    public let headers: HTTPFields
    public let body: ByteBuffer

    public var text: String { String(buffer: body) }
}
