import HTTPTypes
public import HummingbirdCore
import NIOCore

/// A `multipart/form-data` body of fields and small files, held in memory.
public struct MultipartForm: Sendable {
    private var parts: [(part: MultipartPart, bytes: [UInt8])] = []

    /// The text of the first field of that name; `nil` where there is none, or an empty one.
    public func text(_ name: String) -> String? {
        guard let bytes = bytes(name) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes of the first part of that name; `nil` where there is none, or an empty one.
    public func bytes(_ name: String) -> [UInt8]? {
        parts.first { $0.part.name == name && !$0.bytes.isEmpty }?.bytes
    }

    fileprivate mutating func take(_ event: MultipartParser.Event) {
        switch event {
        case .begin(let part): parts.append((part, []))
        case .data(let bytes): parts[parts.count - 1].bytes += bytes
        case .end: break
        }
    }
}

extension Request {
    public var hasMultipartForm: Bool { multipartType.value == "multipart/form-data" }

    private var multipartType: ParameterizedValue {
        ParameterizedValue(headers[.contentType] ?? "")
    }

    /// - Parameters:
    ///   - limit: of the whole body in bytes.
    ///   - tooLarge: thrown for a longer one.
    public func multipartForm(
        limit: Int, orElse tooLarge: any Error
    ) async throws -> MultipartForm {
        guard hasMultipartForm else {
            throw RequestFailure.unsupportedMediaType(expected: "multipart/form-data")
        }
        do {
            let parser = try MultipartParser(mediaType: multipartType)
            return try await withBody(limit: limit, orElse: tooLarge) { pieces in
                try await Self.form(pieces, parser)
            }
        } catch let error as MultipartError {
            throw RequestFailure.malformedMultipart(error)
        }
    }

    private static func form(
        _ pieces: LimitedBody, _ parser: MultipartParser
    ) async throws -> MultipartForm {
        var (parser, form) = (parser, MultipartForm())
        for try await piece in pieces {
            for event in try parser.feed(piece.readableBytesView) { form.take(event) }
        }
        try parser.finish()
        return form
    }
}
