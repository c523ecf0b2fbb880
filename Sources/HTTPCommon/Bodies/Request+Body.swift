import HTTPTypes
public import HummingbirdCore
import NIOCore

extension Request {
    /// Reads the body within a limit of bytes, and not slower than `pace`.
    ///
    /// A declared length over the limit is answered before anything is read.
    public func withBody<Result: Sendable>(
        limit: Int, orElse tooLarge: any Error, pace: BodyPace = .floor,
        _ read: @escaping @Sendable (LimitedBody) async throws -> Result
    ) async throws -> Result {
        if let declared = headers[.contentLength].flatMap(Int.init), declared > limit {
            throw tooLarge
        }
        let counter = ByteCounter()
        let pieces = LimitedBody(body: body, limit: limit, tooLarge: tooLarge, counter: counter)
        return try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask { try await read(pieces) }
            group.addTask { try await pace.watch(counter) }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }

    /// A small body, whole.
    func bodyBytes(limit: Int) async throws -> [UInt8] {
        try await withBody(limit: limit, orElse: RequestFailure.bodyTooLarge(limit: limit)) {
            var bytes: [UInt8] = []
            for try await piece in $0 { bytes.append(contentsOf: piece.readableBytesView) }
            return bytes
        }
    }
}
