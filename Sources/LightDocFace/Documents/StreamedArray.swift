import HTTPCommon
import HTTPTypes
import HummingbirdCore
import NIOCore

/// A JSON array that leaves page by page, in constant memory.
struct StreamedArray {
    private let call: Call

    init(_ call: Call) {
        self.call = call
    }

    /// The first page is read before the answer starts, so that most faults still have a status.
    func response<Row: Sendable>(
        _ pages: AsyncThrowingStream<[Row], any Error>,
        _ write: @escaping @Sendable (inout JSONText, Row) -> Void
    ) async throws -> Response {
        var iterator = pages.makeAsyncIterator()
        let first = try await iterator.next()
        let call = call
        let body = ResponseBody { writer in
            try await writer.write(Self.page(first ?? [], after: "[", write))
            do {
                for try await page in pages {
                    try await writer.write(Self.page(page, after: ",", write))
                }
            } catch {
                FaultLog.record(error, call.request, call.context)
                throw error
            }
            try await writer.write(ByteBuffer(string: "]"))
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: Response.jsonType], body: body)
    }

    private static func page<Row>(
        _ rows: [Row], after mark: StaticString, _ write: (inout JSONText, Row) -> Void
    ) -> ByteBuffer {
        var text = JSONText()
        for row in rows { write(&text, row) }
        var page = ByteBuffer()
        page.writeStaticString(mark)
        page.writeImmutableBuffer(text.buffer)
        return page
    }
}
