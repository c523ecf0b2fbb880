import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import NIOCore

/// `/tsa`: the server's own time-stamping authority (RFC 3161 §3.4).
///
/// Whatever reads as a body of the right type is answered in the protocol's own form, with a
/// token or with a rejection.
struct TimestampRoutes: Sendable {
    /// A request is about 60 bytes long; extensions are not understood anyway.
    private static let limit = 4 * 1024
    private static let query = "application/timestamp-query"
    private static let reply = "application/timestamp-reply"

    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        router.post("/tsa") { request, _ in try await answer(request) }
    }

    private func answer(_ request: Request) async throws -> Response {
        guard ParameterizedValue(request.headers[.contentType] ?? "").value == Self.query else {
            throw RequestFailure.unsupportedMediaType(expected: Self.query)
        }
        let query = try await request.withBody(
            limit: Self.limit, orElse: RequestFailure.bodyTooLarge(limit: Self.limit)
        ) { pieces in
            var bytes: [UInt8] = []
            for try await piece in pieces { bytes += piece.readableBytesView }
            return bytes
        }
        return Response(
            Self.reply, try await site.ports.timestampResponder.answer(to: query))
    }
}

extension Response {
    /// Bytes as they are; `keptSeconds` is for how long anyone may keep them.
    init(_ mediaType: String, _ bytes: [UInt8], keptSeconds: Int = 0) {
        self.init(
            status: .ok,
            headers: [
                .contentType: mediaType,
                .cacheControl: keptSeconds > 0 ? "public, max-age=\(keptSeconds)" : "no-store",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
