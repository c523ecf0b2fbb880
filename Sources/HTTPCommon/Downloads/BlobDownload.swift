public import Domain
import HTTPTypes
public import HummingbirdCore
import NIOCore

/// A file in the archive, made of pieces that are never joined in memory, as an answer with
/// ranges and an entity tag.
public struct BlobDownload: Sendable {
    private let pieces: [Blob]
    private let byteCount: Int
    private let entityTag: String
    private let disposition: ContentDisposition
    private let mediaType: String

    /// `hash` is the SHA-256 of all the bytes: a strong validator (RFC 9110 §8.8.1).
    public init(
        pieces: [Blob], hash: ContentHash, disposition: ContentDisposition,
        mediaType: String = "application/pdf"
    ) {
        self.pieces = pieces
        byteCount = pieces.reduce(0) { $0 + $1.byteCount }
        entityTag = "\"\(hash)\""
        self.disposition = disposition
        self.mediaType = mediaType
    }

    /// 200 with everything, or 206 with the one range asked for.
    public func response(
        to request: Request, from archive: any Archive
    ) throws(RequestFailure) -> Response {
        switch range(of: request) {
        case .unsatisfiable: throw .rangeNotSatisfiable(byteCount: byteCount)
        case .whole: return response(.ok, 0..<byteCount, fields, archive)
        case .part(let range):
            var fields = fields
            fields[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(byteCount)"
            return response(.partialContent, range, fields, archive)
        }
    }

    /// A range is for GET alone, and with `If-Range` for the same file only (RFC 9110 §13.1.5).
    private func range(of request: Request) -> ByteRange {
        guard request.method == .get, request.headers[.ifRange] ?? entityTag == entityTag else {
            return .whole
        }
        return ByteRange(request.headers[.range], byteCount: byteCount)
    }

    private var fields: HTTPFields {
        [
            .contentType: mediaType, .contentDisposition: disposition.text, .eTag: entityTag,
            .acceptRanges: "bytes",
        ]
    }

    private func response(
        _ status: HTTPResponse.Status, _ range: Range<Int>, _ fields: HTTPFields,
        _ archive: any Archive
    ) -> Response {
        let slices = Self.slices(of: pieces, range)
        return Response(
            status: status, headers: fields,
            body: ResponseBody(contentLength: range.count) { writer in
                for slice in slices {
                    for try await bytes in archive.read(slice.blob, slice.range) {
                        try await writer.write(ByteBuffer(bytes: bytes))
                    }
                }
                try await writer.finish(nil)
            })
    }

    struct Slice: Equatable, Sendable {
        let blob: Blob
        let range: Range<Int>
    }

    /// The parts of the pieces that lie in a range of the whole.
    static func slices(of pieces: [Blob], _ range: Range<Int>) -> [Slice] {
        var slices: [Slice] = []
        var start = 0
        for blob in pieces {
            let piece = start..<start + blob.byteCount
            let common = piece.clamped(to: range)
            if !common.isEmpty {
                slices.append(
                    Slice(blob: blob, range: common.lowerBound - start..<common.upperBound - start))
            }
            start = piece.upperBound
        }
        return slices
    }
}
