import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import HTTPCommon

struct BodyTests {
    private func count(_ request: Request, limit: Int, pace: BodyPace = .floor) async throws -> Int
    {
        try await request.withBody(
            limit: limit, orElse: RequestFailure.bodyTooLarge(limit: limit), pace: pace
        ) { pieces in
            var count = 0
            for try await piece in pieces { count += piece.readableBytes }
            return count
        }
    }

    private func body(_ byteCount: Int) -> RequestBody {
        RequestBody(buffer: ByteBuffer(repeating: 0x61, count: byteCount))
    }

    @Test("a body of exactly the limit is read, one byte more is refused")
    func limit() async throws {
        #expect(try await count(request(.post, body: body(100)), limit: 100) == 100)
        await #expect(throws: RequestFailure.bodyTooLarge(limit: 100)) {
            try await count(request(.post, body: body(101)), limit: 100)
        }
    }

    @Test("a declared length over the limit is refused before anything is read")
    func declared() async {
        await #expect(throws: RequestFailure.bodyTooLarge(limit: 100)) {
            try await count(
                request(.post, "/", [.contentLength: "101"], body: body(1)), limit: 100)
        }
    }

    @Test("a body that stops arriving is given up", .timeLimit(.minutes(1)))
    func slow() async {
        let (body, source) = RequestBody.makeStream()
        await source.yield(ByteBuffer(string: "a"))
        let pace = BodyPace(byteCount: 10, window: .milliseconds(50))
        await #expect(throws: RequestFailure.bodyTooSlow) {
            try await count(request(.post, body: body), limit: 100, pace: pace)
        }
        source.finish()
    }

    @Test("JSON may come without media type or charset")
    func mediaTypes() async throws {
        for type in [
            nil, "application/json", "Application/JSON; charset=UTF-8", "application/x+json",
        ] {
            var fields = HTTPFields()
            fields[.contentType] = type
            let sent = request(
                .post, "/", fields, body: RequestBody(buffer: ByteBuffer(string: "{}")))
            #expect(try await sent.jsonBody().value == .object([:]))
        }
    }

    @Test(
        "other media types are refused",
        arguments: [
            "text/plain", "application/x-www-form-urlencoded", "application/json; charset=cp1251",
        ])
    func otherMediaTypes(type: String) async {
        await #expect(
            throws: RequestFailure.unsupportedMediaType(expected: "application/json; charset=utf-8")
        ) {
            _ = try await request(.post, "/", [.contentType: type]).jsonBody()
        }
    }
}
