public import HTTPTypes
public import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// A server of the tests, on a free port of this machine, that answers as it is told.
public struct Peer: Sendable {
    public typealias Answer = @Sendable (Request) async throws -> Response

    public let port: Int
    public var url: String { "http://127.0.0.1:\(port)/" }

    /// Runs the body while the server serves.
    public static func serving<Value: Sendable>(
        _ answer: @escaping Answer, _ body: @escaping @Sendable (Peer) async throws -> Value
    ) async throws -> Value {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                try await answer(request)
            },
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in announce.yield(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "peer") { _ in SilentLog() })
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                for await port in ports { return try await body(Peer(port: port)) }
                return nil
            }
            defer { group.cancelAll() }
            for try await value in group { if let value { return value } }
            throw CancellationError()
        }
    }
}

extension Response {
    public init(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, _ headers: HTTPFields = [:]) {
        self.init(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A body that goes on until nobody reads any more.
    public static var endless: Response {
        Response(
            status: .ok,
            body: ResponseBody { writer in
                let piece = ByteBuffer(repeating: 0, count: 1_024)
                while true { try await writer.write(piece) }
            })
    }

    /// One byte, and then nothing for a long time.
    public static var hanging: Response {
        Response(
            status: .ok,
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(bytes: [0x30]))
                try await Task.sleep(for: .seconds(60))
            })
    }
}
